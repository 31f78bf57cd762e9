# فارسی. Written by the same rules as en.ftl. No sentence begins with a command or a key where that can be helped:
# chats take the direction of a line from its first letter. Nouns do not change after a number, so few selectors by number.

## a ticket begins

ticket-opened = سپاسگزاریم، تیکت شما **{ $key }** است: { $subject }
ticket-opened-how-to-follow = پاسخ همین‌جا می‌آید؛ اگر می‌خواهید چیزی اضافه کنید، کافی است بنویسید. روند کار را با `/status { $key }` ببینید.
ticket-opened-with-link = تیکت **{ $key }** باز شد. [پیگیری در اینجا]({ $link })
raised-from-message-link = از [این پیام]({ $link }) تیکت ساخته شد.
raised-already = این پیام پیش‌تر تیکت **{ $key }** شده است.
questions-first = پیش از باز شدن تیکت از این پیام، لازم است به چند پرسش پاسخ دهید.
opened-for-them = تیکت **{ $key }** برای { $name } باز شد: { $subject }
ticket-opened-for-you = تیکتی برای شما باز شد: **{ $key }** { $subject }

## the card in the triage channel

card-requester = درخواست‌کننده
card-organisation = سازمان
card-type = نوع
card-priority = اولویت
card-status = وضعیت
card-assignee = مسئول
card-nobody = هنوز هیچ‌کس
card-turn = نوبت
card-category = دسته
turn-ours = ما
turn-requester = درخواست‌کننده
turn-other = شخص دیگر
turn-nobody = هیچ‌کس
card-snoozed = به تعویق افتاده تا
card-private = خصوصی برای
card-watchers = پیگیری می‌کنند
card-elsewhere = این تیکت در کانال دیگری ادامه دارد.
card-unshared = این تیکت دیگر با شما به اشتراک گذاشته نیست.
card-public-again = این تیکت دوباره برای همهٔ کارشناسان در دسترس است و در کانال خودش ادامه دارد.

## buttons

button-take = برداشتن
button-assign = سپردن
button-priority = اولویت
button-status = وضعیت
button-note = یادداشت داخلی
button-reply = پاسخ
button-resolve = حل شد
button-reopen = بازگشایی
button-still-need-help = هنوز کمک لازم دارم
button-send-anyway = با این حال بفرست
button-new-question = پرسش تازه است
button-leave = خروج
button-take-out = کنار گذاشتن { $name }
button-fill-form = باز کردن فرم
button-skip = رد کردن
button-back = بازگشت
button-cancel = انصراف
button-send = ارسال
button-done = تمام
button-edit = ویرایش…
button-details = جزئیات…
button-go-there = رفتن به آنجا

## forms

form-new-title = تیکت جدید
form-note-title = یادداشت داخلی
form-reply-title = پاسخ
form-submit = باز کردن تیکت
form-save = ذخیره
form-send = ارسال
form-close = انصراف
form-raised-intro = تیکت با این پیام آغاز می‌شود: { $words }
field-subject = موضوع
field-subject-hint = یک سطر که بگوید دربارهٔ چیست
field-date-hint = مانند 2026-12-31
field-file-hint = عکس‌ها یا فایل‌ها را یکی پس از دیگری همین‌جا بفرستید.
field-description = چه شد؟
field-type = از چه نوعی است؟
field-desk = چه کسی باید کمک کند؟
field-category = دسته
field-priority = اولویت
field-note = یادداشت داخلی برای همکاران
field-reply = پاسخ به درخواست‌کننده
field-still-ours = نوبت با ما می‌ماند
field-after-sending = پس از ارسال
answer-yes = بله
answer-no = خیر
form-edit-title = ویرایش تیکت
form-details-title = جزئیات
field-requester = درخواست‌کننده
field-requester-other = یا درخواست‌کننده‌ای که در Slack نیست
field-requester-other-hint = شمارهٔ تیکت دیگری از او، یا شناسهٔ تلگرامش
field-for-whom = برای چه کسی؟
field-for-whom-hint = اگر برای خودتان است، خالی بگذارید
field-edit-type = نوع
field-plan = طرح
field-plan-hint = تعهدهای آن از زمان باز شدن تیکت شمرده می‌شود
field-edit-desk = بخش
field-channel = کانال پشتیبانی
field-channel-main = کانال اصلی
field-snooze-date = تعویق تا
field-snooze-date-hint = خالی: بدون تعویق. پیام درخواست‌کننده آن را برمی‌گرداند.
field-snooze-time = چه ساعتی؟ ({ $zone })
field-snooze-time-hint = مانند 09:30؛ خالی: 09:00
field-private-to = خصوصی برای
field-private-to-hint = اگر کسی انتخاب نشود: همهٔ کارشناسان می‌توانند بخوانند
field-blocked = درخواست‌کننده مسدود شود؟
field-blocked-hint = آنچه به این بخش می‌نویسد نگه داشته می‌شود و جلوتر نمی‌رود

## what would make a form easier to answer

hint-vague-subject = موضوع چیز زیادی نمی‌گوید. در چند کلمه، دربارهٔ چیست؟ «جمع فاکتورها اشتباه است» زودتر از «مشکل» پیدا می‌شود و پاسخ می‌گیرد.
hint-bug-without-steps = پیش از آن، گام‌به‌گام چه کردید؟ بدون آن فقط می‌توانیم حدس بزنیم.
hint-bug-without-result = چه انتظاری داشتید و به جای آن چه شد؟
hint-screenshots-help = عکس صفحه اغلب زودتر مطلب را می‌رساند. می‌توانید یکی اضافه کنید.
hint-send-anyway = می‌توانید همین‌طور هم بفرستید: دکمه را یک بار دیگر بزنید.

## what is wrong with an answer

error-required = لطفاً این را پر کنید.
error-not-an-option = لطفاً یکی از این‌ها را انتخاب کنید: { $allowed }
error-not-a-number = لطفاً عدد بنویسید، مانند 12 یا 1.5.
error-not-a-date = لطفاً تاریخ را به شکل 2026-12-31 بنویسید.
error-not-a-version = لطفاً شمارهٔ نسخه را بنویسید، مانند 6.2.1.
error-not-an-email = لطفاً نشانی ایمیل بنویسید، مانند name@example.com.
error-not-a-url = لطفاً نشانی وبی بنویسید که با https:// آغاز شود.
error-not-a-release = لطفاً فصل برنامه‌ریزی‌شده را بنویسید، مانند 2026-Q4 یا 2026-Q4 sprint 3.
error-too-long = متن بیش از حد بلند است: حداکثر { $max } نویسه جا می‌شود.
error-too-many = تعداد بیش از حد است: حداکثر { $max }.
answer-in-words = این نگه داشته شد و همراه تیکت شما می‌آید. لطفاً به خود پرسش با نوشتن یا با دکمه پاسخ دهید.
answer-file = لطفاً عکس یا فایلی همین‌جا بفرستید، یا با دکمه از این پرسش بگذرید.
files-kept = تعداد { $count } فایل رسیده است. باز هم بفرستید، یا «تمام» را بزنید.
error-not-a-time = لطفاً ساعت را به شکل 09:30 بنویسید.
error-time-is-past = این زمان گذشته است.
error-snooze-date = برای ساعت، تاریخ هم لازم است.
error-no-such-requester = با این مشخصات کسی را نمی‌شناسیم. شمارهٔ یک تیکت، یا شناسهٔ تلگرام کسی که به ربات پیام داده است.

## who hears a message

held-note = این پیام بین ما می‌ماند، چون با `//` آغاز می‌شود. درخواست‌کننده آن را نمی‌بیند.
held-secret = این پیام بین ما می‌ماند، چون به کلید محرمانه یا شمارهٔ کارت شبیه است. درخواست‌کننده آن را نمی‌بیند.
undone = پاسخ شما در **{ $key }** پس گرفته شد: درخواست‌کننده دیگر آن را نمی‌بیند.
held-mention = این پیام بین ما می‌ماند، چون با نام { $name } آغاز می‌شود. درخواست‌کننده آن را نمی‌بیند.
sent-anyway = برای درخواست‌کنندهٔ { $key } فرستاده شد.
note-by = یادداشت داخلی { $name }
how-to-note = آن را در همین تاپیک بنویسید و با `//` آغاز کنید: در این صورت درخواست‌کننده آن را نمی‌بیند.
how-to-reply = آن را در همین تاپیک بنویسید و با `>>` آغاز کنید: در این صورت برای درخواست‌کننده فرستاده می‌شود.
uncarried =
    { WORD($kind) ->
        [story] استوری از { $name }. اینجا نمی‌توان آن را نشان داد.
        [file] فایلی از { $name } که دریافت آن برای ما ممکن نیست.
        [attachment] پیام بازارسالی از { $name }. اینجا نمی‌توان آن را نشان داد.
       *[other] پیامی از نوع دیگر ({ $kind }) از { $name }. اینجا نمی‌توان آن را نشان داد.
    }
uncarried-named = { uncarried } ({ $file })
late-note = این پیام پیش‌تر نوشته شده و دیر رسیده است.
shared-location = مکانی از { $name }: { $link }
shared-location-named = مکانی از { $name }، { $title }: { $link }
shared-contact = مخاطبی از { $name }: { $contact }، { $phone }
shared-poll = نظرسنجی از { $name }: { $question } ({ $options })
shared-dice = پرتاب { $emoji } از { $name }: { $value }
in-answer-to = در پاسخ به { $name }: «{ $words }»
file-linked = فایل { $file } ({ $size }) برای نمایش در اینجا بیش از حد بزرگ است. تا یک هفته می‌توان آن را از اینجا گرفت: { $link }
file-too-big-for-platform = فایلی همراه این پیام بود که برای نمایش در اینجا بیش از حد بزرگ است: { $file } ({ $size })
file-gone = فایلی همراه این پیام بود که دریافت نشد: { $file }
file-too-big = فایلی همراه این پیام بود که برای انتقال بیش از حد بزرگ است: { $file }
edited = ویرایش‌شده
deleted-yours = انجام شد: آن پیام پس گرفته شد.
delete-what = برای پس گرفتن پیامی که خودتان اینجا نوشته‌اید، در پاسخ به آن `/delete` بفرستید.
edited-shown = ویرایش شد، از «{ $before }» به «{ $after }»
edited-shown-late = پس از پاسخ شما ویرایش شد، از «{ $before }» به «{ $after }»
edited-late = پیامی را { $name } پس از پاسخ شما ویرایش کرد، از «{ $before }» به «{ $after }»
deleted-by-requester = پیامی را { $name } حذف کرد.
deleted-late = پیامی را { $name } حذف کرد که شما به آن پاسخ داده‌اید.
deleted-by-author = این پیام را نویسنده‌اش حذف کرده است.

## what happened to a ticket

taken = این تیکت را { $name } برداشت.
assigned = این تیکت را { $by } به { $name } سپرد.
unassigned = این تیکت اکنون مسئولی ندارد.
priority-changed = اولویت را { $by } به «{ $priority }» تغییر داد.
status-changed = وضعیت را { $by } به «{ $status }» تغییر داد.
resolved-by = این تیکت را { $by } حل‌شده اعلام کرد.
resolved-for-requester = به نظر ما **{ $key }** حل شد. اگر نشده است، کافی است همین‌جا بنویسید تا دوباره باز شود.
resolved-by-yourself = تیکت **{ $key }** حل‌شده ثبت شد. اگر زود بود، کافی است همین‌جا بنویسید تا دوباره باز شود.
resolved-for-watcher = به گفتهٔ { $name } تیکت **{ $key }** حل شد.
closed-by-you = تیکت **{ $key }** بسته شد. اگر زود بود، کافی است همین‌جا بنویسید تا دوباره باز شود.
resolved-by-requester = به گفتهٔ { $name } حل شد.
reopened-by = این تیکت را { $by } دوباره باز کرد.
reopened-for-requester = تیکت **{ $key }** دوباره باز شد. همین‌جا به شما پاسخ می‌دهیم.
assigned-by-turn = نوبت { $name } است: این تیکت به او سپرده شد.
unassigned-left = دیگر { $name } اینجا کار نمی‌کند. این تیکت اکنون مسئولی ندارد.
subject-changed = موضوع را { $by } تغییر داد: { $subject }
type-changed = نوع را { $by } به «{ $type }» تغییر داد.
category-set = دسته را { $by } «{ $category }» گذاشت.
field-changed = مقدار «{ $field }» را { $by } به «{ $value }» تغییر داد.
field-yes = مقدار «{ $field }» را { $by } «بله» گذاشت.
field-no = مقدار «{ $field }» را { $by } «خیر» گذاشت.
field-cleared = مقدار «{ $field }» را { $by } پاک کرد.
field-set = انجام شد: اکنون در **{ $key }** همین ثبت است.
queue-mine = **در دست شما** ({ $count })
queue-unassigned = **هنوز بدون مسئول** ({ $count })
queue-due = **نزدیک‌ترین مهلت‌ها** ({ $count })
queue-waiting = **تیکت‌های شما در انتظار دیگران** ({ $count })
queue-empty = این فهرست خالی است.
queue-line = تیکت **{ $key }** · { $subject } · { $status }
queue-line-due = تیکت **{ $key }** · { $subject } · { $status } · مهلت { $due }
home-new = تیکت جدید
home-own = **درخواست‌های شما** ({ $count })
home-own-none = تیکت بازی ندارید. برای درخواست کمک دکمه را بزنید، یا کافی است به من بنویسید.
find-how = آنچه را می‌جویید بنویسید، مانند `find فاکتور فروردین` یا بخشی از شمارهٔ تیکت.
find-none = در میان آنچه شما می‌بینید، چیزی با همهٔ این کلمه‌ها نیست.
find-head = تعداد { $count } تیکت پیدا شد:
find-more = … و { $count } تیکت دیگر. با یک کلمهٔ بیشتر، نتیجه کمتر می‌شود.
roadmap-head = برنامهٔ پیش رو
roadmap-empty = در میان آنچه شما اینجا می‌بینید، هنوز چیزی برنامه‌ریزی نشده است.
roadmap-part = **{ $when }**
roadmap-line = تیکت **{ $key }** · { $subject } · { $status }
card-planned = برنامه‌ریزی‌شده برای
planned-for = خبری از **{ $key }**: برای { $release } برنامه‌ریزی شد.
category-cleared = دسته را { $by } برداشت.
requester-changed = درخواست‌کننده را { $by } به { $name } تغییر داد. گفتگوی پیشین به او نشان داده نمی‌شود.
no-longer-yours = تیکت **{ $key }** بدون شما ادامه می‌یابد. اگر به چیزی نیاز دارید، دوباره بپرسید.
desk-moved = این تیکت را { $by } از «{ $desk }» به اینجا آورد.
channel-moved = این تیکت را { $by } به این کانال آورد. آخرین پیام‌ها در بالا آمده است.
moved-away = این تیکت را { $by } به کانال دیگری برد و در آنجا ادامه دارد.
snoozed-until = این تیکت را { $by } تا { $until } به تعویق انداخت.
woken-due = زمانش رسید: این تیکت برگشت.
woken-by = این تیکت را { $by } از تعویق درآورد.
made-private = این تیکت را { $by } خصوصی کرد، برای { $names }. به درخواست‌کننده همین‌جا در گفتگوی خودتان بنویسید.
private-still-watched = از طرف درخواست‌کننده هنوز { $names } آن را پیگیری می‌کند. برای کنار گذاشتن کسی `/ticket unwatch` را بفرستید.
private-from-now = این تیکت از این پس خصوصی است. آنچه ربات اینجا گذاشته بود پس گرفته شد؛ تیکت در گفتگوی کسانی که با آنان به اشتراک گذاشته شده ادامه دارد.
private-goes-on-elsewhere = این تیکت اکنون خصوصی است: آنچه اینجا نوشتید یادداشت داخلی شد و فرستاده نشد. تیکت در گفتگوی کسانی که با آنان به اشتراک گذاشته شده ادامه دارد.
made-public = این تیکت را { $by } دوباره با همهٔ کارشناسان به اشتراک گذاشت.
watcher-added = گفتگوی **{ $key }** را از این پس { $name } هم پیگیری می‌کند (به دعوت { $by })، یعنی آنچه را به درخواست‌کننده گفته می‌شود می‌خواند و می‌تواند بنویسد.
watcher-came = اکنون { $name } تیکت **{ $key }** را پیگیری می‌کند و می‌تواند بنویسد.
watcher-left = دیگر { $name } تیکت **{ $key }** را پیگیری نمی‌کند.
watcher-removed = پیگیری **{ $key }** توسط { $name } را { $by } پایان داد.
watching-brought = به دعوت { $by } از این پس تیکت **{ $key }** را پیگیری می‌کنید: { $subject }
watching-now = اکنون تیکت **{ $key }** را پیگیری می‌کنید: { $subject }
watching-merged = تیکت **{ $from }** در **{ $key }** ادامه دارد و شما هم همراه آن: { $subject }
watching-how-thread = هر چه در این رشته بنویسید، با نام شما به همهٔ افراد این گفتگو می‌رسد.
watching-so-far = آخرین گفته‌ها در ادامه می‌آید.
watching-how-chat = به یکی از پیام‌های آن پاسخ دهید تا با نام شما به همهٔ افراد این گفتگو برسد. برای خروج `/unwatch { $key }` را بفرستید.
watching-over = دیگر تیکت **{ $key }** را پیگیری نمی‌کنید.
watch-done = انجام شد: تیکت **{ $key }** را اکنون { $names } هم پیگیری می‌کند.
watch-already = تیکت **{ $key }** را { $names } از پیش پیگیری می‌کند.
watch-whom = برای دعوت از همکار، نام او را بنویسید: `/ticket watch { $key } @kim`
watch-link = این لینک را به هر کس که می‌خواهید **{ $key }** را پیگیری کند بدهید: { $link } با آن تا { $people } نفر، به مدت { $days } روز، می‌توانند وارد شوند. هر که وارد شود گفتگو را می‌خواند و می‌تواند بنویسد؛ ورود هر نفر به شما خبر داده می‌شود.
watched-by = تیکت **{ $key }** را این افراد پیگیری می‌کنند:
watched-by-nobody = تیکت **{ $key }** را کس دیگری پیگیری نمی‌کند.
watched-not-by-them = این شخص تیکت **{ $key }** را پیگیری نمی‌کند.
unwatch-done = انجام شد: این شخص دیگر **{ $key }** را پیگیری نمی‌کند.
requester-blocked = درخواست‌کننده، { $name }، را { $by } مسدود کرد. آنچه بنویسد نگه داشته می‌شود و جلوتر نمی‌رود.
requester-unblocked = درخواست‌کننده، { $name }، را { $by } از مسدودی درآورد.
blocked-told = این بخش دیگر از شما پیام نمی‌پذیرد. آنچه نوشتید نگه داشته شد.
limit-kept = این همه یک‌جا زیاد است. چیزی از دست نمی‌رود: آنچه نوشتید نگه داشته شد و تا { $minutes } دقیقهٔ دیگر ثبت می‌شود.

## time: promises, silence, ratings

card-due-first-response = مهلت نخستین پاسخ
card-due-next-response = مهلت پاسخ بعدی
card-due-resolution = مهلت حل
breach-warned =
    { WORD($promise) ->
        [first-response] مهلت نخستین پاسخ نزدیک است: { $due }.
        [next-response] مهلت پاسخ بعدی نزدیک است: { $due }.
       *[other] مهلت حل نزدیک است: { $due }.
    }
breached =
    { WORD($promise) ->
        [first-response] مهلت نخستین پاسخ { $due } بود و اکنون گذشته است.
        [next-response] مهلت پاسخ بعدی { $due } بود و اکنون گذشته است.
       *[other] مهلت حل { $due } بود و اکنون گذشته است.
    }
breach-retracted =
    { WORD($promise) ->
        [first-response] تصحیح: نخستین پاسخ به‌موقع بود؛ خبرش دیر رسید.
        [next-response] تصحیح: پاسخ به‌موقع بود؛ خبرش دیر رسید.
       *[other] تصحیح: به‌موقع حل شد؛ خبرش دیر رسید.
    }
escalated =
    { WORD($promise) ->
        [first-response] هنوز کسی نخستین پاسخ را نداده است.
        [next-response] هنوز کسی پاسخ نداده است.
       *[other] هنوز حل نشده است.
    }
undelivered = تحویل { $posts } پیام ممکن نشد.
deliveries-retried = ارسال دوبارهٔ { $posts } پیام را { $by } درخواست کرد.
button-retry = تلاش دوباره
escalation-acknowledged = تأخیر را { $by } دید و به آن رسیدگی می‌کند.
for-somebody = برای { $name }:
digest-head =
    { $count ->
        [one] { $count } تیکت به رسیدگی نیاز دارد
       *[other] { $count } تیکت به رسیدگی نیاز دارند
    }
digest-warned =
    { WORD($promise) ->
        [first-response] تیکت **{ $key }** { $subject }: مهلت نخستین پاسخ { $due } است.
        [next-response] تیکت **{ $key }** { $subject }: مهلت پاسخ بعدی { $due } است.
       *[other] تیکت **{ $key }** { $subject }: مهلت حل { $due } است.
    }
digest-late =
    { WORD($promise) ->
        [first-response] تیکت **{ $key }** { $subject }: مهلت نخستین پاسخ { $due } گذشت.
        [next-response] تیکت **{ $key }** { $subject }: مهلت پاسخ بعدی { $due } گذشت.
       *[other] تیکت **{ $key }** { $subject }: مهلت حل { $due } گذشت.
    }
digest-more = … و { $count } تیکت دیگر.
button-acknowledge = رسیدگی می‌کنم
button-acknowledge-key = رسیدگی به { $key } با من
button-why = چرا؟
button-no-reply-needed = پاسخ لازم نیست
quiet-set = از این پس در ساعت‌های { $hours } ({ $zone }) کسی شما را صدا نمی‌زند. برای پایان دادن به آن `/desk quiet off` را بفرستید.
quiet-off = دیگر ساعت‌های سکوت شخصی ندارید: بیرون از ساعت‌های کاری بخش کسی شما را صدا نمی‌زند.
quiet-how = بگویید چه وقت کسی شما را صدا نزند، مانند `/desk quiet 22-7`، یا `/desk quiet off`.
why-head = تعهدهای { $key } و گذر زمان آن (طرح { $plan }، اولویت { $priority }، ساعت‌ها به وقت { $zone })
why-nothing = برای این تیکت تعهدی نیست.
why-clock =
    { WORD($promise) ->
        [first-response] **نخستین پاسخ**: { $target } بر پایهٔ { $calendar }، از { $since }.
        [next-response] **پاسخ بعدی**: { $target } بر پایهٔ { $calendar }، از { $since }.
       *[other] **حل**: { $target } بر پایهٔ { $calendar }، از { $since }.
    }
why-due = مهلت: { $due }.
why-late = مهلت { $due } بود و گذشته است.
why-met = انجام شد { $stopped }؛ مهلت { $due } بود.
why-paused = تا وقتی وضعیت «{ $status }» است، زمان شمرده نمی‌شود.
why-asleep = طرح { $plan } برای اولویت { $priority } تعهدی ندارد.
why-cancelled = دیگر شمرده نمی‌شود.
why-segment = از { $from } تا { $to }، { $length }: { WORD($state) ->
        [running] شمرده می‌شود
        [paused] متوقف: { $because }
        [holiday] تعطیل: { $because }
       *[other] بیرون از ساعت‌های { $because }
    }
why-earlier = … و { $count } بازهٔ پیش‌تر که اینجا نیامده است.
why-used = گذشته: { $used } از { $target }.
no-reply-needed = به گفتهٔ { $by } آخرین پیام پاسخ لازم ندارد.
requester-reminded = به درخواست‌کننده یادآوری شد که منتظر پاسخ او هستیم.
silence-reminder = منتظر پاسخ شما دربارهٔ **{ $key }** هستیم. آیا حل شد؟
silence-reminder-until = منتظر پاسخ شما دربارهٔ **{ $key }** هستیم. اگر خبری نرسد، آن را { $until } می‌بندیم.
silence-halted = یادآوری به درخواست‌کننده نرسید، پس این تیکت باز می‌ماند. راه دیگری را امتحان کنید، یا آن را حل‌شده اعلام کنید.
silence-closes = اگر خبری نرسد، این تیکت را { $until } می‌بندیم.
closed-by-silence = خبری از شما نرسید، پس **{ $key }** بسته شد. کافی است همین‌جا بنویسید تا دوباره باز شود.
cancelled-by-silence = خبری از شما نرسید، پس **{ $key }** لغو شد. کافی است همین‌جا بنویسید تا دوباره باز شود.
closed-by-silence-here = بسته شد: درخواست‌کننده پاسخ نداده است.
cancelled-by-silence-here = لغو شد: درخواست‌کننده پاسخ نداده است.
plan-changed = طرح را { $by } به «{ $plan }» تغییر داد.
history-closed = برای همیشه بسته شد
history-rating-asked = از درخواست‌کننده امتیاز خواسته شد
history-rating-lapsed = از درخواست‌کننده به‌موقع دوباره پرسیده نشد
history-rating-comment = دربارهٔ امتیاز، { $name } نظر داد
rating-question = پاسخ ما به **{ $key }** ({ $subject }) چطور بود؟ ۱ بدترین و { $scale } بهترین است.
rating-question-again = هنوز مایلیم بدانیم: پاسخ ما به **{ $key }** ({ $subject }) چطور بود؟ ۱ بدترین و { $scale } بهترین است. دیگر نمی‌پرسیم.
rating-given = به پاسخ ما در **{ $key }** امتیاز { $score } از { $scale } دادید. با فشردن دوباره می‌توانید آن را تغییر دهید.
rating-comment-how = اکنون بنویسید: آنچه تا { $minutes } دقیقهٔ دیگر اینجا بنویسید، همراه امتیاز شما به **{ $key }** ثبت می‌شود.
rating-comment-kept = سپاسگزاریم! کسانی که به شما پاسخ دادند نظرتان را می‌خوانند.
rating-comment-by = نظر { $name } دربارهٔ امتیاز
button-rating-comment = افزودن نظر
button-rating-no-comment = نظری ندارم
form-rating-comment-title = نظر دربارهٔ امتیاز
field-rating-comment = چه چیزی خوب بود و چه چیزی نه؟
rated = امتیاز { $name } به پاسخ { $score } از { $scale } است.
rated-anew = امتیاز پاسخ را { $name } از { $before } به { $score } تغییر داد.
refusal-only-the-requester-rates = فقط درخواست‌کنندهٔ { $key } می‌تواند به آن امتیاز دهد.
refusal-rating-is-over = زمان امتیاز دادن به { $key } گذشته است.
button-solved = حل شد
refusal-no-such-plan = این بخش طرح «{ $plan }» ندارد.
refusal-priority-not-offered = در طرح { $plan } این اولویت نیست. اولویت‌های آن: { $allowed }.
back-at = اکنون کسی اینجا نیست. دوباره { $at } در خدمت شما هستیم.
merged = این تیکت را { $by } در { $into } ادغام کرد و در آنجا ادامه دارد.
merged-in = تیکت { $key } را { $by } در این تیکت ادغام کرد.
merged-for-requester = تیکت **{ $key }** دربارهٔ همان موضوع **{ $into }** است و در آنجا ادامه دارد. کافی است به نوشتن ادامه دهید.
merged-now = تیکت { $key } در { $into } ادامه دارد.
report-head = **گزارش از { $from } تا { $to }** ({ $zone })
report-volume = بازشده { $opened }، حل‌شده { $resolved }، هنوز باز { $backlog }.
report-promise =
    { WORD($promise) ->
        [first-response] **نخستین پاسخ**: میانه { $median }، نُه‌دهم تا { $p90 }؛ به‌موقع { $share } (رعایت‌شده { $met }، رعایت‌نشده { $breached }، شمرده‌نشده { $cancelled }).
        [next-response] **پاسخ بعدی**: میانه { $median }، نُه‌دهم تا { $p90 }؛ به‌موقع { $share } (رعایت‌شده { $met }، رعایت‌نشده { $breached }، شمرده‌نشده { $cancelled }).
       *[other] **حل**: میانه { $median }، نُه‌دهم تا { $p90 }؛ به‌موقع { $share } (رعایت‌شده { $met }، رعایت‌نشده { $breached }، شمرده‌نشده { $cancelled }).
    }
report-rating = **امتیاز**: { $average } از ۵ (پاسخ‌ها: { $count }).
report-by-desk = **به تفکیک بخش**
report-by-type = **به تفکیک نوع**
report-by-plan = **به تفکیک طرح**
report-by-agent = **به تفکیک کارشناس**
report-group = گروه { $name }: بازشده { $opened }، حل‌شده { $resolved }، هنوز باز { $backlog }؛ نخستین پاسخ { $first }، به‌موقع { $share }؛ حل { $solved }؛ امتیاز { $average }
report-group-nobody = بدون مسئول: بازشده { $opened }، حل‌شده { $resolved }، هنوز باز { $backlog }؛ نخستین پاسخ { $first }، به‌موقع { $share }؛ حل { $solved }؛ امتیاز { $average }
report-more = … و { $count } مورد دیگر.
report-cut = تعداد تیکت‌ها بیشتر بود: فقط { $count } تیکت تازه‌تر شمرده شد.
report-csv = خروجی CSV، برای گردانندهٔ بخش: `npm run desk -- report --csv --{ $over }`
refusal-merged-with-itself = تیکت { $key } را نمی‌توان با خودش ادغام کرد.
refusal-requesters-differ = درخواست‌کنندگان { $key } و { $into } یکی نیستند و هیچ‌یک نباید نوشته‌های دیگری را بخواند. به هر کدام جداگانه پاسخ دهید.
refusal-too-many-watchers = تیکت { $key } را اکنون { $most } نفر پیگیری می‌کنند. نخست کسی را کنار بگذارید.
refusal-only-colleagues = می‌توانید افراد فضای کاری خودتان را دعوت کنید. یکی را به شکل @name بنویسید؛ برای دیگران، از پشتیبانی بخواهید.
refusal-watcher-is-blocked = این شخص نمی‌تواند { $key } را پیگیری کند.
refusal-invitation-is-over = این لینک دیگر کسی را راه نمی‌دهد. لینک تازه‌ای بخواهید، یا کافی است نیازتان را بنویسید.
refusal-no-reply-owed = در { $key } کسی منتظر پاسخ نیست.
refusal-nothing-undelivered = اینجا چیزی برای ارسال دوباره نمانده است.

