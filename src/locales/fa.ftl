# فارسی. Written by the same rules as en.ftl, in the polite شما, with half-spaces and « » ؟ ، ؛. One word per thing:
# ticket تیکت, its key شمارهٔ تیکت, subject موضوع, desk بخش (its people: پشتیبانی), requester درخواست‌کننده, agent کارشناس,
# assignee مسئول, to watch پیگیری کردن, message پیام, note یادداشت داخلی, conversation گفتگو, thread رشته, topic تاپیک,
# status وضعیت, priority اولویت, category دسته, plan طرح, tag برچسب, macro پاسخ آماده, due مهلت, promise تعهد, rating امتیاز,
# organisation سازمان, link between tickets پیوند, link to press لینک, merge ادغام, split جدا کردن, share به اشتراک گذاشتن,
# snooze تعویق, form فرم, button دکمه (زدن), platform پیام‌رسان, new جدید, only فقط, choose انتخاب کردن, copy کپی کردن.
# A line begins with a Persian word, not with a fact or a command: chats take its direction from its first letter.
# In a button the fact comes last and no … follows: nothing there says which way it runs.
# Dates, versions and addresses to be typed are `code`, which keeps its direction; after a Persian letter they turn round.
# Nouns do not change after a number, so few sentences select by one; where one does, [one] is 0 and 1: it tells the number.

## a ticket begins

ticket-opened = سپاسگزاریم، تیکت شما **{ $key }** است: { $subject }
ticket-opened-how-to-follow = پاسخ همین‌جا می‌آید؛ اگر می‌خواهید چیزی اضافه کنید، کافی است بنویسید. روند کار را با `/status { $key }` ببینید.
ticket-opened-with-link = تیکت **{ $key }** باز شد. [روند آن را اینجا ببینید]({ $link })
raised-from-message-link = از [این پیام]({ $link }) تیکت ساخته شد.
raised-already = این پیام پیش‌تر تیکت **{ $key }** شده است.
earlier-are-there = این تیکت از پیامی در میانهٔ یک رشته ساخته شد. پیام‌های پیش از آن را می‌توان همراه آورد.
button-bring-earlier = آوردن پیام‌های پیشین
earlier-brought = تعداد { $count } پیام پیشین این رشته را { $by } همراه آورد:
earlier-brought-told =
    { $count ->
        [one] تعداد { $count } پیام پیشین این رشته همراه آورده شد. آنجا فقط کسانی که به شما پاسخ می‌دهند آن را می‌بینند.
       *[other] تعداد { $count } پیام پیشین این رشته همراه آورده شد. آنجا فقط کسانی که به شما پاسخ می‌دهند آن‌ها را می‌بینند.
    }
earlier-none = چیز دیگری برای آوردن نیست: همهٔ پیام‌های پیشین آنجاست.
earlier-by = { $name } · پیش‌تر، { $at }
ticket-split-for-you = قسمتی از تیکت **{ $from }** اکنون تیکتی جداست، **{ $key }**: { $subject }
ticket-follows = تیکت **{ $from }** برای همیشه بسته است؛ پس این تیکت جدیدی در ادامهٔ آن است، **{ $key }**: { $subject }
questions-first = پیش از باز شدن تیکت از این پیام، لازم است به چند پرسش پاسخ دهید.
unopened-form = فرم باز نشد. چیزی از دست نرفته است: این دکمه آن را باز می‌کند.
opened-for-them = تیکت **{ $key }** برای { $name } باز شد: { $subject }
ticket-opened-for-you = تیکتی برای شما باز شد: **{ $key }** { $subject }
card-heading = تیکت { $key } · { $subject }

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
strangers-read-card = افراد شرکت دیگری این کانال را می‌خوانند. اینجا چیزی داخلی نشان داده نمی‌شود: نه یادداشت، نه زمان، نه نام.
turn-ours = ما
turn-requester = درخواست‌کننده
turn-other = شخص دیگر
turn-nobody = هیچ‌کس
card-snoozed = به تعویق افتاده تا
card-private = خصوصی برای
card-watchers = پیگیری‌کنندگان
card-tags = برچسب‌ها
link-related = مرتبط با
link-duplicate-of = تکرارِ
link-has-duplicate = تکرارشده در
link-follow-up-of = ادامهٔ
link-has-follow-up = ادامه‌یافته در
link-caused-by = ناشی از
link-causes = سببِ
link-split-from = جداشده از
link-has-split = تقسیم‌شده به
card-elsewhere = این تیکت در کانال دیگری ادامه دارد.
card-unshared = این تیکت دیگر با شما به اشتراک گذاشته نشده است.
card-public-again = این تیکت دوباره در دسترس همهٔ کارشناسان است و در کانال خود ادامه دارد.

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
button-send-anyway = با این حال ارسال شود
button-new-question = پرسش جدید است
button-leave = خروج
button-take-out = کنار گذاشتن { $name }
button-fill-form = باز کردن فرم
button-skip = رد کردن
button-back = بازگشت
button-cancel = انصراف
button-send = ارسال
button-done = تمام
button-edit = ویرایش
button-details = جزئیات
button-go-there = رفتن به آنجا
button-undo = برگرداندن
button-macro = پاسخ آماده
button-split-one = فقط همین پیام
button-split-rest = این پیام و ادامه‌اش

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
field-date-hint = مانند `1405-10-10` یا `2026-12-31`
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
field-snooze-time-hint = مانند `09:30`؛ خالی: `09:00`
field-private-to = خصوصی برای
field-private-to-hint = اگر کسی انتخاب نشود: همهٔ کارشناسان می‌توانند بخوانند
field-blocked = درخواست‌کننده مسدود شود؟
field-blocked-hint = آنچه به این بخش می‌نویسد نگه داشته می‌شود و جلوتر نمی‌رود
field-tags = برچسب‌ها
field-tags-hint = کلمه‌هایی برای یافتن، با فاصله میانشان. درخواست‌کننده آن‌ها را نمی‌بیند.
field-link-to = پیوند با تیکتی دیگر
field-link-to-hint = شمارهٔ آن، مانند DEMO-17
field-link-kind = این تیکت
kind-related = با آن مرتبط است
kind-duplicate-of = تکرار آن است
kind-follow-up-of = ادامهٔ آن است
kind-caused-by = ناشی از آن است
form-macro-title = پاسخ آماده
field-macro = کدام یک؟
field-macro-then = سپس وضعیت «{ $status }» می‌شود.
field-macro-text-hint = آن را به دلخواه ویرایش کنید. آنچه در بالا پر می‌کنید به جای { $blanks } می‌آید.

## what would make a form easier to answer

hint-vague-subject = موضوع چیز زیادی نمی‌گوید. در چند کلمه، دربارهٔ چیست؟ «جمع فاکتورها اشتباه است» زودتر از «مشکل» پیدا می‌شود و پاسخ می‌گیرد.
hint-bug-without-steps = پیش از آن، گام‌به‌گام چه کردید؟ بدون آن فقط می‌توانیم حدس بزنیم.
hint-bug-without-result = چه انتظاری داشتید و به جای آن چه شد؟
hint-screenshots-help = عکس صفحه اغلب زودتر مطلب را می‌رساند. می‌توانید یکی اضافه کنید.
hint-send-anyway = می‌توانید همین‌طور هم بفرستید: دکمه را یک بار دیگر بزنید.

## what is wrong with an answer

error-required = لطفاً این را پر کنید.
error-not-an-option = لطفاً یکی از این‌ها را انتخاب کنید: { $allowed }
error-not-a-number = لطفاً عدد بنویسید، مانند `12` یا `1.5`.
error-not-a-date = لطفاً تاریخ را به شکل `1405-10-10` یا `2026-12-31` بنویسید.
error-not-a-version = لطفاً شمارهٔ نسخه را بنویسید، مانند `6.2.1`.
error-not-an-email = لطفاً نشانی ایمیل بنویسید، مانند `name@example.com`.
error-not-a-url = لطفاً نشانی وبی بنویسید که با `https://` آغاز شود.
error-not-a-release = لطفاً سه‌ماههٔ برنامه‌ریزی‌شده را بنویسید، مانند `2026-Q4` یا `2026-Q4 sprint 3`.
error-too-long = متن بیش از حد بلند است: حداکثر { $max } نویسه جا می‌شود.
error-too-many = تعداد بیش از حد است: حداکثر { $max }.
answer-in-words = این نگه داشته شد و همراه تیکت شما می‌آید. لطفاً به خود پرسش با نوشتن یا با دکمه پاسخ دهید.
answer-file = لطفاً عکس یا فایلی همین‌جا بفرستید، یا با دکمه از این پرسش بگذرید.
answer-too-late = این پاسخی در فرمی بود که دیگر بسته شده است: آنچه در آن تغییر دادید به ما نرسیده است. لطفاً آن را در پیام تازه‌ای بنویسید.
files-kept = تعداد { $count } فایل رسیده است. باز هم بفرستید، یا «تمام» را بزنید.
error-not-a-time = لطفاً ساعت را به شکل `09:30` بنویسید.
error-time-is-past = این زمان گذشته است.
error-snooze-date = برای ساعت، تاریخ هم لازم است.
error-no-such-requester = با این مشخصات کسی را نمی‌شناسیم. شمارهٔ یک تیکت، یا شناسهٔ تلگرام کسی را بنویسید که به ربات پیام داده است.
error-no-such-ticket = تیکتی با شمارهٔ { $key } که بتوانید با آن پیوند دهید، نیست.
error-not-a-tag = کلمهٔ «{ $word }» برچسب نیست: حرف، رقم و خط تیره، حداکثر { $max } نویسه.

## who hears a message

held-note = این پیام بین ما می‌ماند، چون با `//` آغاز می‌شود. درخواست‌کننده آن را نمی‌بیند.
held-shared = **افراد شرکت دیگری این کانال را می‌خوانند (Slack Connect)، پس این پیام را هم می‌خوانند.** درخواست‌کننده آن را نمی‌بیند. اگر برای آن‌ها نیست، همین‌جا پاکش کنید؛ یادداشت‌های داخلی این تیکت را فقط پس از به اشتراک گذاشتن آن با همکاران مشخص («ویرایش») بنویسید، یا بخواهید اشتراک کانال برداشته شود.
note-withheld = **یادداشت شما در { $key } اینجا نشان داده نشد: اکنون افراد شرکت دیگری هم این کانال را می‌خوانند (Slack Connect).** یادداشت در تیکت نگه داشته شده است. تیکت را با همکاران مشخص به اشتراک بگذارید («ویرایش») یا بخواهید اشتراک کانال برداشته شود، و آن را یک بار دیگر بنویسید.
held-secret = این پیام بین ما می‌ماند، چون به کلید محرمانه یا شمارهٔ کارت شبیه است. درخواست‌کننده آن را نمی‌بیند.
undone = پاسخ شما در تیکت **{ $key }** پس گرفته شد: درخواست‌کننده دیگر آن را نمی‌بیند.
held-mention = این پیام بین ما می‌ماند، چون با نام { $name } آغاز می‌شود. درخواست‌کننده آن را نمی‌بیند.
held-broadcast = این پیام بین ما می‌ماند، چون به کانال هم فرستاده شده است. درخواست‌کننده آن را نمی‌بیند.
sent-anyway = برای درخواست‌کنندهٔ تیکت { $key } فرستاده شد.
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
file-not-taken-back = پیام حذف‌شده قدیمی‌تر از آن است که بتوان فایلش را پس گرفت: در جایی که فرستاده شده، هنوز می‌توان بازش کرد.

## what happened to a ticket

taken = این تیکت را { $name } برداشت.
assigned = این تیکت را { $by } به { $name } سپرد.
unassigned = این تیکت اکنون مسئولی ندارد.
priority-changed = اولویت را { $by } به «{ $priority }» تغییر داد.
status-changed = وضعیت را { $by } به «{ $status }» تغییر داد.
resolved-by = این تیکت را { $by } حل‌شده اعلام کرد.
resolved-for-requester = به نظر ما تیکت **{ $key }** حل شده است. اگر نشده است، کافی است همین‌جا بنویسید تا دوباره باز شود.
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
field-set = انجام شد: اکنون در تیکت **{ $key }** همین ثبت است.
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
find-how = آنچه را می‌جویید بنویسید، مانند `find فاکتور فروردین` یا قسمتی از شمارهٔ تیکت.
find-none = در میان آنچه شما می‌بینید، چیزی با همهٔ این کلمه‌ها نیست.
find-head = تعداد { $count } تیکت پیدا شد:
find-more = … و { $count } تیکت دیگر. با یک کلمهٔ بیشتر، نتیجه کمتر می‌شود.
roadmap-head = برنامهٔ پیش رو
roadmap-empty = در میان آنچه شما اینجا می‌بینید، هنوز چیزی برنامه‌ریزی نشده است.
roadmap-part = **{ $when }**
roadmap-line = تیکت **{ $key }** · { $subject } · { $status }
card-planned = برنامه‌ریزی‌شده برای
planned-for = خبری از تیکت **{ $key }**: برای { $release } برنامه‌ریزی شد.
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
private-still-watched = از طرف درخواست‌کننده هنوز { $names } آن را پیگیری می‌کنند. برای کنار گذاشتن کسی `/ticket unwatch` را بفرستید.
private-from-now = این تیکت از این پس خصوصی است. آنچه ربات اینجا گذاشته بود پس گرفته شد؛ تیکت در گفتگوی کسانی که با آنان به اشتراک گذاشته شده ادامه دارد.
private-goes-on-elsewhere = این تیکت اکنون خصوصی است: آنچه اینجا نوشتید یادداشت داخلی شد و فرستاده نشد. تیکت در گفتگوی کسانی که با آنان به اشتراک گذاشته شده ادامه دارد.
made-public = این تیکت را { $by } دوباره با همهٔ کارشناسان به اشتراک گذاشت.
watcher-added = با دعوت { $by } اکنون { $name } تیکت **{ $key }** را پیگیری می‌کند: گفتگو با درخواست‌کننده را می‌خواند و می‌تواند بنویسد.
watcher-came = اکنون { $name } تیکت **{ $key }** را پیگیری می‌کند و می‌تواند بنویسد.
watcher-left = دیگر { $name } تیکت **{ $key }** را پیگیری نمی‌کند.
watcher-removed = پیگیری { $name } از تیکت **{ $key }** را { $by } پایان داد.
watching-brought = به دعوت { $by } از این پس تیکت **{ $key }** را پیگیری می‌کنید: { $subject }
watching-now = اکنون تیکت **{ $key }** را پیگیری می‌کنید: { $subject }
watching-merged = تیکت **{ $from }** در **{ $key }** ادامه دارد و شما هم همراه آن: { $subject }
watching-how-thread = هر چه در این رشته بنویسید، با نام شما به همهٔ افراد این گفتگو می‌رسد.
watching-so-far = آخرین گفته‌ها در ادامه می‌آید.
watching-how-chat = به یکی از پیام‌های آن پاسخ دهید تا با نام شما به همهٔ افراد این گفتگو برسد. برای خروج `/unwatch { $key }` را بفرستید.
watching-over = دیگر تیکت **{ $key }** را پیگیری نمی‌کنید.
watch-done = انجام شد: تیکت **{ $key }** را اکنون { $names } هم پیگیری می‌کنند.
watch-already = تیکت **{ $key }** را { $names } از پیش پیگیری می‌کنند.
watch-whom = برای دعوت از همکار، نام او را بنویسید: `/ticket watch { $key } @kim`
watch-link = این لینک را به هر کس که می‌خواهید تیکت **{ $key }** را پیگیری کند بدهید: { $link } با آن تا { $people } نفر، به مدت { $days } روز، می‌توانند وارد شوند. هر که وارد شود گفتگو را می‌خواند و می‌تواند بنویسد؛ ورود هر نفر به شما خبر داده می‌شود.
watched-by = تیکت **{ $key }** را این افراد پیگیری می‌کنند:
watched-by-nobody = تیکت **{ $key }** را کس دیگری پیگیری نمی‌کند.
watched-not-by-them = این شخص تیکت **{ $key }** را پیگیری نمی‌کند.
unwatch-done = انجام شد: این شخص دیگر تیکت **{ $key }** را پیگیری نمی‌کند.
requester-blocked = درخواست‌کننده، { $name }، را { $by } مسدود کرد. آنچه بنویسد نگه داشته می‌شود و جلوتر نمی‌رود.
requester-unblocked = درخواست‌کننده، { $name }، را { $by } از مسدودی درآورد.
blocked-told = این بخش دیگر از شما پیام نمی‌پذیرد. آنچه نوشتید نگه داشته شد.
limit-kept = این همه یک‌جا زیاد است. چیزی از دست نمی‌رود: آنچه نوشتید نگه داشته شد و تا { $minutes } دقیقهٔ دیگر ثبت می‌شود.
heard-late = پوزش می‌خواهیم، مدتی صدای شما به ما نمی‌رسید. آنچه نوشتید اکنون رسیده است و زمان از همان لحظهٔ نوشتن شما حساب می‌شود.

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
digest-head = تعداد { $count } تیکت به رسیدگی نیاز دارد
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
button-acknowledge-key = رسیدگی می‌کنم: { $key }
button-why = چرا؟
button-no-reply-needed = پاسخ لازم نیست
quiet-set = از این پس در ساعت‌های { $hours } ({ $zone }) کسی مزاحم شما نمی‌شود. برای پایان دادن به آن `/desk quiet off` را بفرستید.
quiet-off = دیگر ساعت‌های سکوت شخصی ندارید: بیرون از ساعت‌های کاری بخش کسی مزاحم شما نمی‌شود.
quiet-how = بگویید چه وقت کسی مزاحم شما نشود، مانند `/desk quiet 22-7`، یا `/desk quiet off`.
why-head = تعهدهای تیکت { $key } و گذر زمان آن (طرح { $plan }، اولویت { $priority }، ساعت‌ها به وقت { $zone })
why-category = برای دستهٔ { $category }، طرح { $plan } بر پایهٔ ساعت‌های { $calendar } می‌شمارد.
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
silence-reminder = منتظر پاسخ شما دربارهٔ تیکت **{ $key }** هستیم. آیا حل شد؟
silence-reminder-until = منتظر پاسخ شما دربارهٔ تیکت **{ $key }** هستیم. اگر خبری نرسد، آن را { $until } می‌بندیم.
help-still-needed = به گفتهٔ { $by } مشکل هنوز حل نشده است.
help-is-coming = سپاس. تیکت **{ $key }** باز می‌ماند و کسانی که روی آن کار می‌کنند می‌دانند که هنوز کمک لازم دارید.
silence-halted = اطلاع‌رسانی پیش از بسته‌شدن به درخواست‌کننده نرسید، پس این تیکت باز می‌ماند. راه دیگری را امتحان کنید، یا آن را حل‌شده اعلام کنید.
silence-halted-unheard = آخرین پاسخ به درخواست‌کننده نرسید، پس این تیکت باز می‌ماند. راه دیگری را امتحان کنید، یا آن را حل‌شده اعلام کنید.
silence-closes = اگر خبری نرسد، این تیکت را { $until } می‌بندیم.
closed-by-silence = خبری از شما نرسید، پس تیکت **{ $key }** بسته شد. کافی است همین‌جا بنویسید تا دوباره باز شود.
cancelled-by-silence = خبری از شما نرسید، پس تیکت **{ $key }** لغو شد. کافی است همین‌جا بنویسید تا دوباره باز شود.
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
refusal-only-the-requester-rates = فقط درخواست‌کنندهٔ تیکت { $key } می‌تواند به آن امتیاز دهد.
refusal-rating-is-over = زمان امتیاز دادن به تیکت { $key } گذشته است.
button-solved = حل شد
refusal-no-such-plan = این بخش طرح «{ $plan }» ندارد.
refusal-priority-not-offered = در طرح { $plan } این اولویت نیست. اولویت‌های آن: { $allowed }.
back-at = اکنون کسی اینجا نیست. دوباره { $at } در خدمت شما هستیم.
merged = این تیکت را { $by } در { $into } ادغام کرد و در آنجا ادامه دارد.
merged-in = تیکت { $key } را { $by } در این تیکت ادغام کرد.
merged-for-requester = تیکت **{ $key }** دربارهٔ همان موضوع **{ $into }** است و در آنجا ادامه دارد. کافی است به نوشتن ادامه دهید.
merged-now = تیکت { $key } در { $into } ادامه دارد.
merged-older = تیکت { $key } قدیمی‌تر است و زمانی که برای حل آن گذشته است دیگر شمرده نمی‌شود. برای ادامه در { $key } ادغام را برگردانید و سپس { $into } را در { $key } ادغام کنید.
unmerged = ادغام را { $by } برگرداند: این تیکت دوباره جدا از { $key } ادامه دارد.
merge-undone = ادغام را { $by } برگرداند: تیکت { $key } دوباره جداگانه ادامه دارد. آنچه از آن پس اینجا نوشته شده است، همین‌جا می‌ماند.
unmerged-for-requester = تیکت **{ $key }** دوباره تیکتی جدا از **{ $from }** است. کافی است همین‌جا به نوشتن ادامه دهید.
unmerged-now = تیکت { $key } دوباره جدا از { $from } ادامه دارد.
linked =
    { WORD($kind) ->
        [duplicate-of] این تیکت را { $by } پیوند داد: تکرار { $key } است.
        [has-duplicate] این تیکت را { $by } پیوند داد: تیکت { $key } تکرار آن است.
        [follow-up-of] به گفتهٔ { $by } این تیکت ادامهٔ { $key } است.
        [has-follow-up] به گفتهٔ { $by } این تیکت در { $key } ادامه دارد.
        [caused-by] این تیکت را { $by } پیوند داد: ناشی از { $key } است.
        [causes] این تیکت را { $by } پیوند داد: سبب { $key } است.
        [split-from] این تیکت را { $by } از { $key } جدا کرد.
        [has-split] از قسمتی از این تیکت { $by } تیکتی جدا ساخت: { $key }.
       *[other] این تیکت را { $by } با { $key } پیوند داد.
    }
unlinked = پیوند با { $key } را { $by } برداشت.
linked-now = تیکت { $key } اکنون با { $other } پیوند دارد.
unlinked-now = میان { $key } و { $other } دیگر پیوندی نیست.
linked-moved = وضعیت تیکت { $key } که با این تیکت پیوند دارد، تغییر کرد.
tagged = به این تیکت { $by } برچسب زد: { $tags }
untagged = برچسب‌هایی را { $by } برداشت: { $tags }
tags-now = برچسب‌های تیکت { $key }: { $tags }
tags-none = تیکت { $key } برچسبی ندارد.
split-choose = تیکتی جدید از { $key } که با «{ $words }» آغاز می‌شود. چه پیام‌هایی به آن برود؟
split-which = تیکت جدید با کدام پیام { $key } آغاز شود؟
split-now = تیکت { $key } از { $from } جدا شد و به درخواست‌کننده خبر داده شد.
relate-how =
    تیکت‌ها با چنین دستورهایی به هم مرتبط می‌شوند:

    - پیوند دو تیکت: `{ $command } link DEMO-17 to DEMO-12 as duplicate` (یا `follow-up`، `caused by`، `related`)
    - برداشتن پیوند: `{ $command } unlink DEMO-17 from DEMO-12`
    - برچسب زدن: `{ $command } tag DEMO-17 چاپگر vip`، و برداشتن آن: `{ $command } untag DEMO-17 vip`
    - یافتن دوبارهٔ آن‌ها: `{ $command } list tag:چاپگر`
    - ساختن تیکتی جدا از یک پیام: `{ $command } split DEMO-17`
    - برگرداندن ادغام: `{ $command } unmerge DEMO-17`
macro-which = کدام پاسخ آماده برای درخواست‌کنندهٔ تیکت { $key }؟
macro-shown = این پاسخ برای درخواست‌کنندهٔ تیکت { $key } فرستاده می‌شود:
macro-copy = این را کپی کنید، { $blanks } را پر کنید و در تاپیک { $key }، با `>>` در آغاز آن، بفرستید:
report-head = **گزارش از { $from } تا { $to }** ({ $zone })
report-volume = بازشده { $opened }، حل‌شده { $resolved }، هنوز باز { $backlog }.
report-promise =
    { WORD($promise) ->
        [first-response] **نخستین پاسخ**: میانه { $median }، نود درصد تا { $p90 }؛ به‌موقع { $share } (رعایت‌شده { $met }، رعایت‌نشده { $breached }، شمرده‌نشده { $cancelled }).
        [next-response] **پاسخ بعدی**: میانه { $median }، نود درصد تا { $p90 }؛ به‌موقع { $share } (رعایت‌شده { $met }، رعایت‌نشده { $breached }، شمرده‌نشده { $cancelled }).
       *[other] **حل**: میانه { $median }، نود درصد تا { $p90 }؛ به‌موقع { $share } (رعایت‌شده { $met }، رعایت‌نشده { $breached }، شمرده‌نشده { $cancelled }).
    }
report-rating = **امتیاز**: { $average } از ۵ (پاسخ‌ها: { $count }).
report-by-desk = **به تفکیک بخش**
report-by-type = **به تفکیک نوع**
report-by-priority = **به تفکیک اولویت**
report-by-category = **به تفکیک دسته**
report-by-tag = **به تفکیک برچسب**
report-by-plan = **به تفکیک طرح**
report-by-agent = **به تفکیک کارشناس**
report-group = برای { $name }: بازشده { $opened }، حل‌شده { $resolved }، هنوز باز { $backlog }؛ نخستین پاسخ { $first }، به‌موقع { $share }؛ حل { $solved }؛ امتیاز { $average }
report-group-nobody = بدون مسئول: بازشده { $opened }، حل‌شده { $resolved }، هنوز باز { $backlog }؛ نخستین پاسخ { $first }، به‌موقع { $share }؛ حل { $solved }؛ امتیاز { $average }
report-more = … و { $count } مورد دیگر.
report-cut = تعداد تیکت‌ها بیشتر بود: فقط { $count } تیکت تازه‌تر شمرده شد.
report-csv = خروجی CSV، برای گردانندهٔ بخش: `npm run desk -- report --csv --{ $over }`
refusal-merged-with-itself = تیکت { $key } را نمی‌توان با خودش ادغام کرد.
refusal-requesters-differ = درخواست‌کنندگان { $key } و { $into } یکی نیستند و هیچ‌یک نباید نوشته‌های دیگری را بخواند. به هر کدام جداگانه پاسخ دهید.
refusal-too-many-watchers = تیکت { $key } را اکنون { $most } نفر پیگیری می‌کنند. نخست کسی را کنار بگذارید.
refusal-only-colleagues = می‌توانید افراد فضای کاری خودتان را دعوت کنید. یکی را به شکل `@name` بنویسید؛ برای دیگران، از پشتیبانی بخواهید.
refusal-watcher-is-blocked = این شخص نمی‌تواند تیکت { $key } را پیگیری کند.
refusal-invitation-is-over = این لینک دیگر کسی را راه نمی‌دهد. لینک جدیدی بخواهید، یا کافی است نیازتان را بنویسید.
refusal-not-merged = تیکت { $key } در تیکت دیگری ادغام نشده است.
refusal-linked-with-itself = تیکت { $key } را نمی‌توان با خودش پیوند داد.
refusal-not-linked = میان { $key } و { $other } پیوندی نیست.
refusal-too-many-links = تیکت { $key } بیش از این پیوند نمی‌پذیرد. نخست یکی را بردارید.
refusal-not-a-tag = { error-not-a-tag }
refusal-too-many-tags = تیکت { $key } بیش از { $max } برچسب خواهد داشت. نخست چند برچسب را بردارید.
refusal-nothing-to-split = تیکت جدید را فقط از پیام درخواست‌کننده می‌توان جدا کرد.
refusal-split-of-private = تیکت { $key } خصوصی است و تیکت جدید را همه خواهند دید. نخست آن را با همهٔ کارشناسان به اشتراک بگذارید.
refusal-move-of-private = تیکت { $key } خصوصی است و هیچ‌یک از کسانی که با آنان به اشتراک گذاشته شده است در بخش دیگر کار نمی‌کند. نخست آن را با همهٔ کارشناسان به اشتراک بگذارید.
refusal-no-such-macro = این بخش دیگر چنین پاسخ آماده‌ای ندارد.
refusal-no-reply-owed = در تیکت { $key } کسی منتظر پاسخ نیست.
refusal-nothing-undelivered = اینجا چیزی برای ارسال دوباره نمانده است.
refusal-not-taken-in = به‌خاطر خطایی از سمت ما دریافت این ممکن نشد. نگه داشته شده و مسئولان سامانه باخبر می‌شوند. اگر فوری است، لطفاً به شکلی دیگر امتحان کنید.

## what cannot be done

not-an-agent = فقط کارکنان { $desk } می‌توانند این کار را بکنند.
stranger-refused = این کار در اختیار شما نیست. اگر کمک می‌خواهید، خودتان تیکتی باز کنید.
already-taken = تیکت { $key } را { $name } از پیش برداشته است.
closed-already = تیکت { $key } از پیش بسته است.
ticket-is-closed = تیکت { $key } برای همیشه بسته است. اگر چیز دیگری هست، تیکت جدیدی باز کنید.
ticket-not-found = در میان تیکت‌های شما { $key } نیست. آیا شماره درست است؟
nothing-to-close = تیکت بازی برای بستن ندارید.
nothing-to-cancel = فرمی برای انصراف باز نیست.
not-allowed = نقش شما این اجازه را ندارد: { $act }
transition-needs = لطفاً نخست این‌ها را پر کنید: { $fields }
refusal-already-taken = { already-taken }
refusal-not-allowed = نقش شما این اجازه را ندارد.
refusal-not-an-agent = فقط کارکنان این بخش می‌توانند این کار را بکنند.
refusal-ticket-is-closed = { ticket-is-closed }
refusal-ticket-not-found = { ticket-not-found }
refusal-transition-not-allowed = از وضعیت کنونی نمی‌توان تیکت را به «{ $status }» برد.
refusal-transition-needs = { transition-needs }
refusal-no-such-status = این بخش وضعیت «{ $status }» ندارد.
refusal-no-such-priority = این بخش اولویت «{ $priority }» ندارد.
refusal-no-such-person = این شخص نمی‌تواند مسئول تیکت‌های این بخش باشد.
refusal-no-such-desk = اینجا به بخشی وصل نیست. از گردانندهٔ پشتیبانی بخواهید این کانال را ثبت کند.
refusal-button-is-stale = این دکمه قدیمی است. دکمه‌های درست در تازه‌ترین پیام است.
refusal-nothing-to-undo = در ۱۰ ثانیهٔ گذشته به کسی پاسخ نداده‌اید. هر وقت بخواهید پیامتان را در رشته حذف کنید تا از پیش درخواست‌کننده هم برود.
refusal-draft-is-gone = این فرم دیگر نیست. لطفاً از نو آغاز کنید.
refusal-answers-incomplete = هنوز چیزی کم است. لطفاً فرم را دوباره ببینید.
refusal-raised-already = { raised-already }
refusal-channel-is-shared = افراد شرکت دیگری این کانال را می‌خوانند، پس اینجا یادداشتی نگه داشته نمی‌شود. نخست تیکت را با همکاران مشخص به اشتراک بگذارید («ویرایش») و آنجا بنویسید.
refusal-earlier-unseen = نمی‌توانم آن رشته را بخوانم. مرا به کانالش دعوت کنید و ببینید برنامه اجازهٔ خواندن تاریخچهٔ آن را دارد (با `npm run desk -- doctor` دیده می‌شود)؛ سپس دکمه را دوباره بزنید.
refusal-earlier-not-theirs = فقط کسی که می‌تواند آن رشته را بخواند، می‌تواند پیام‌هایش را همراه آورد.
refusal-earlier-not-now = پیام‌های پیشین را اکنون نمی‌توان خواند. چیزی از دست نرفته است؛ یک دقیقهٔ دیگر دکمه را دوباره بزنید.
refusal-ticket-is-private = تیکت { $key } خصوصی است. از کسانی بپرسید که با آنان به اشتراک گذاشته شده است.
refusal-private-not-here = تیکت { $key } خصوصی است و این گروه را همه می‌خوانند. در گفتگوی خودتان با من دربارهٔ آن بپرسید.
refusal-no-such-type = این بخش نوع «{ $type }» ندارد.
refusal-no-such-category = این بخش دستهٔ «{ $category }» ندارد.
refusal-only-agents-resolve = تیکت **{ $key }** را کسانی که روی آن کار می‌کنند پس از رفع مشکل می‌بندند. اگر رفع شده است، همان‌جا به آنان بنویسید.
refusal-no-such-field = این تیکت فیلد «{ $field }» ندارد. فیلدهای آن: { $fields }.
refusal-no-such-channel = این کانال از آنِ این بخش نیست.
refusal-no-such-requester = با این مشخصات کسی را نمی‌شناسیم. نام یک شخص، شمارهٔ یک تیکت، یا شناسهٔ تلگرام کسی را بنویسید که به ربات پیام داده است.
refusal-snooze-is-past = { error-time-is-past }
refusal-requester-is-blocked = { blocked-told }

## looking things up

assign-whom = تیکت **{ $key }** به چه کسی سپرده شود؟
which-ticket = چند تیکت باز دارید. این برای کدام است؟
which-ticket-to-close = کدام تیکت بسته شود؟
which-ticket-button = { $key } { $subject }
picked = این به تیکت **{ $key }** افزوده می‌شود.
picked-new = این تیکت جدیدی می‌شود.
list-empty = تیکت بازی ندارید.
list-head = شما { $count } تیکت باز دارید:
list-line = تیکت **{ $key }** { $subject } ({ $status })
list-line-watched = تیکت **{ $key }** { $subject } ({ $status })، که پیگیری می‌کنید
list-tagged =
    { $count ->
        [0] هیچ تیکت بازی برچسب «{ $tag }» ندارد.
        [one] با برچسب «{ $tag }» { $count } تیکت باز هست:
       *[other] با برچسب «{ $tag }» { $count } تیکت باز هستند:
    }
status-card = تیکت **{ $key }** { $subject }
    وضعیت: { $status }
    مسئول: { $assignee }
    نوبت: { $turn }
history-head = تاریخچهٔ تیکت { $key } (ساعت‌ها به وقت { $zone })
history-line = در { $time }: { $what }
history-opened = تیکت را { $by } باز کرد.
history-opened-for = تیکت را { $by } برای { $name } باز کرد.
history-asked = پیامی از { $by }.
history-answered = پاسخی از { $by }.
history-noted = یادداشت داخلی از { $by }.
history-withdrawn = پاسخی را { $by } پس گرفت.
history-edited = پیامی را { $by } ویرایش کرد.
history-deleted = پیامی حذف شد.
history-status = وضعیت «{ $status }» شد.
history-resolved = تیکت را { $by } حل‌شده اعلام کرد.
history-reopened = تیکت را { $by } دوباره باز کرد.
history-requester = درخواست‌کننده را { $by } به { $name } تغییر داد.
history-private = تیکت را { $by } خصوصی کرد، برای { $names }.
history-watcher-added = با دعوت { $by } اکنون { $name } پیگیری می‌کند.
history-watcher-removed = پیگیری { $name } را { $by } پایان داد.
history-desk = تیکت را { $by } به «{ $desk }» برد.
history-channel = تیکت را { $by } به کانال دیگری برد.
history-channel-renumbered = گروه کارشناسان ابرگروه شد.
history-woken = تعویق پایان یافت.
history-kept = با آنکه مسدود است { $by } پیام نوشت؛ نگه داشته شد.

## organisations

resolved-by-colleague = به گفتهٔ { $name } تیکت **{ $key }** حل شد. اگر نشده است، کافی است همین‌جا بنویسید تا دوباره باز شود.
watched-already = تیکت **{ $key }** را آنجا از پیش پیگیری می‌کنند.
company-head = سازمان شما { $count } تیکت دارد:
company-line = تیکت **{ $key }** { $subject } · { $status } · { $name }
company-empty = سازمان شما تیکت بازی ندارد.
company-sees-nothing = اینجا فقط تیکت‌های خودتان را می‌بینید: با `list` یا `/tickets` نشان داده می‌شود.
organisation-needed-slack =
    پشتیبانی { $desk } برای کارکنان مشتریان آن است و هنوز نمی‌دانم شما از کدام سازمان هستید. سه راه ورود هست:

    - در کانالی بپرسید که شرکت شما با ما مشترک دارد
    - نشانی ایمیل کاری‌تان را به این شکل بفرستید: `/ticket email you@your-company.com`، تا کسی در اینجا آن را تأیید کند
    - از کسی که در پشتیبانی می‌شناسید بپرسید
organisation-needed-telegram =
    پشتیبانی { $desk } برای کارکنان مشتریان آن است و هنوز نمی‌دانم شما از کدام سازمان هستید. دو راه ورود هست:

    - لینک دعوتی را باز کنید که شرکت شما از ما دارد
    - نشانی ایمیل کاری‌تان را به این شکل بفرستید: `/email you@your-company.com`، تا کسی در اینجا آن را تأیید کند
organisation-kept = آنچه نوشتید نگه داشته شد و همین که وارد شوید خودبه‌خود ثبت می‌شود.
organisation-joined = خوش آمدید! اکنون در { $desk } از سازمان { $organisation } هستید. هر چه نیاز دارید همین‌جا بنویسید.
organisation-is-yours = شما اینجا از پیش از سازمان { $organisation } هستید. اگر درست نیست، در تیکتی به ما بگویید.
invitation-is-over = این دعوت معتبر نیست، یا دیگر معتبر نیست. از کسی که آن را به شما داده است دعوت جدیدی بخواهید.
email-claimed = به گفتهٔ { $name } نشانی { $email } از آنِ اوست. چیزی آن را ثابت نکرده است: پشتیبانی هنوز ایمیلی ندارد که از آن نشانی بپرسد.
email-claimed-of = دامنهٔ { $domain } از آنِ { $organisation } است. آیا خود اوست؟
email-claimed-unknown = دامنهٔ { $domain } اینجا از آنِ هیچ سازمانی نیست. اگر باید باشد، نخست: `/desk org domain NAME { $domain }`
email-claimed-told = سپاسگزاریم. کسی در پشتیبانی بررسی می‌کند که { $email } از آنِ شما باشد، چون هنوز نمی‌توانیم به آنجا ایمیل بفرستیم. نتیجه همین‌جا به شما گفته می‌شود.
email-claimed-just-now = همین حالا یک نشانی داده‌اید. لطفاً پیش از دادن نشانی دیگر یک دقیقه صبر کنید.
email-not-needed = اینجا نشانی لازم نیست: کافی است نیازتان را بنویسید.
email-confirmed = نشانی { $email } را { $by } تأیید کرد: { $name } از سازمان { $organisation } است.
email-declined = نشانی { $email } از { $name } را { $by } رد کرد.
email-declined-told = نتوانستیم { $email } را تأیید کنیم. از شرکت خود لینک دعوت بخواهید، یا نشانی دیگری بدهید.
button-confirm-email = خود اوست
button-decline-email = رد
organisation-how =
    آنچه دربارهٔ سازمان‌ها می‌توانید بگویید:

    - فهرست و افراد: `/desk org list` و `/desk org who Acme`
    - افزودن با یک طرح `/desk org add Acme gold`، و تغییر طرح `/desk org plan Acme basic`
    - چه کسانی از آن‌اند: `/desk org domain Acme acme.example`، `channel Acme #acme` (یا `here`)، `workspace Acme T012ABC`؛ هر که از این راه‌ها بیاید از آن سازمان است
    - یک شخص: `/desk org person Acme @somebody` (یا شمارهٔ تیکتی از او)
    - لینک برای تلگرام: `/desk org invite Acme 14 25` برای ۱۴ روز و ۲۵ نفر؛ پایان همهٔ لینک‌ها: `revoke Acme`
    - برداشتن: `/desk org remove domain acme.example` (`channel`، `workspace`، `person @somebody`)، و برداشتن کل سازمان: `remove Acme`
organisations-none = هنوز سازمانی نیست. با `/desk org add Acme` یکی بسازید.
organisations-head = سازمان‌ها ({ $count }):
organisation-line = - سازمان **{ $organisation }**، طرح { $plan }، { $count } نفر
organisation-people =
    { $count ->
        [0] هنوز کسی از سازمان **{ $organisation }** نیست.
        [one] از سازمان **{ $organisation }** { $count } نفر هست:
       *[other] از سازمان **{ $organisation }** { $count } نفر هستند:
    }
organisation-person = - { WORD($via) ->
        [workspace] از راه فضای کاری
        [channel] از راه یک کانال
        [profile-email] از راه ایمیل در Slack
        [confirmed-email] از راه ایمیلی که کارشناسی تأیید کرد
        [invitation] از راه دعوت
       *[other] به گفتهٔ یک کارشناس
    }: { $name }
organisation-rule = - { WORD($kind) ->
        [workspace] فضای کاری { $value }
        [channel] کانال { $value }
       *[other] دامنهٔ ایمیل { $value }
    }
organisation-invitation = - دعوت تا { $until }: تاکنون { $uses } نفر از { $people } نفر آمده‌اند
organisation-added = سازمان **{ $organisation }** با طرح { $plan } افزوده شد. بگویید چه کسانی از آن‌اند: `/desk org domain`، `channel`، `workspace` یا `invite`.
organisation-plan = سازمان **{ $organisation }** از این پس طرح { $plan } را دارد. تعهدهای تیکت‌های باز سر جایش می‌ماند؛ تیکت‌های بعدی طرح جدید را می‌گیرند.
organisation-rule-added = هر که از راه { WORD($kind) ->
        [workspace] فضای کاری { $value }
        [channel] کانال { $value }
       *[other] ایمیل تأییدشده‌ای در { $value }
    } بیاید، از سازمان **{ $organisation }** است.
organisation-rule-removed = دیگر { $value } نشانهٔ سازمانی نیست، و هر که از این راه آمده بود بیرون رفت.
organisation-no-rule = نشانهٔ { $value } از آنِ هیچ سازمانی نیست.
organisation-has = اکنون { $name } از سازمان **{ $organisation }** است.
organisation-lost = دیگر { $name } از هیچ سازمانی نیست.
organisation-lost-none = شخص { $name } از هیچ سازمانی نیست.
organisation-invite = دعوت سازمان **{ $organisation }**، برای { $people } نفر تا { $until }: { $link } فقط همین یک بار نشان داده می‌شود؛ هر که آن را داشته باشد وارد می‌شود.
organisation-revoked =
    { $count ->
        [0] سازمان **{ $organisation }** دعوت بازی ندارد.
        [one] تعداد { $count } دعوت سازمان **{ $organisation }** پایان یافت.
       *[other] تعداد { $count } دعوت سازمان **{ $organisation }** پایان یافتند.
    }
organisation-removed = سازمان **{ $organisation }** برداشته شد و افرادش از هیچ سازمانی نیستند. تیکت‌هایش می‌ماند.
refusal-no-such-organisation = سازمانی به نام { $organisation } نیست. سازمان‌ها: { $allowed }.
refusal-organisation-is-there = سازمان { $organisation } از پیش هست.
refusal-rule-is-taken = نشانهٔ { $value } از آنِ { $organisation } است. نخست: `/desk org remove { $kind } { $value }`
refusal-rule-is-odd =
    { WORD($kind) ->
        [workspace] فضای کاری { $value } وجود ندارد. شناسهٔ آن را بنویسید، مانند `T012ABCDE`: وقتی Slack در مرورگر باز است، در نشانی دیده می‌شود.
        [channel] کانال { $value } وجود ندارد. آن را با `#` بنویسید، یا `here`، یا شناسهٔ آن، مانند `C012ABCDE`.
       *[other] دامنهٔ ایمیل { $value } درست نیست. به این شکل بنویسید: `acme.example`.
    }
refusal-domain-is-public = هر کسی می‌تواند در { $value } نشانی داشته باشد: این دربارهٔ شرکت چیزی نمی‌گوید.
refusal-domain-is-unknown = دامنهٔ { $domain } اینجا از آنِ هیچ سازمانی نیست. نخست: `/desk org domain NAME { $domain }`
refusal-no-invitations = دعوت‌ها لینک به ربات تلگرام‌اند، و اینجا رباتی کار نمی‌کند. افراد را از راه دامنه، کانال یا فضای کاری بیفزایید.
refusal-claim-is-decided = دربارهٔ این پیش‌تر تصمیم گرفته شده است.
refusal-not-a-colleague = در سازمان شما کسی به نام { $name } اینجا شناخته نیست.
refusal-sees-only = می‌توانید تیکت { $key } را بخوانید؛ تصمیم دربارهٔ آن با همکاری است که درخواست کرده است.
command-watch = تیکت یک همکار، اینجا هم
command-share = به اشتراک گذاشتن تیکت با همکار
command-email = نشانی ایمیل کاری شما، برای ورود
operator-organisations = سازمان‌ها: فقط افرادشان اجازهٔ پرسیدن دارند: { $required }؛ دیدن همهٔ تیکت‌های خود: { $see }؛ نوشتن در آن‌ها: { $write }؛ به اشتراک گذاشتن یکی: { $share }
operator-import-how = دستور: npm run desk -- organisations import FILE.csv [--dry-run]. سطر نخست نام ستون‌هاست: name, plan, domains, channels, workspaces, desk؛ چند مقدار در یک خانه با فاصله از هم جدا می‌شوند.
operator-import-fault = سطر { $line }: { $fault }
operator-import-same = سطر { $line }: سازمان { $organisation } بی‌تغییر است
operator-import-new = سطر { $line }: سازمان جدید { $organisation }، طرح { $plan }
operator-import-plan = سطر { $line }: سازمان { $organisation } از طرح { $before } به { $plan } می‌رود؛ تیکت‌های باز طرح خود را نگه می‌دارند
operator-import-rule = سطر { $line }: نشانهٔ { $kind } { $value } از آنِ { $organisation } است
operator-import-dry = تعداد { $count } تغییر انجام می‌شد. بدون --dry-run انجام می‌شود.
operator-import-done = تعداد { $count } تغییر انجام شد.
operator-import-nothing = چیزی برای تغییر نیست.
import-no-file = فایل { $file } خوانده نمی‌شود. مسیر را درست کنید.
import-no-column = ستون name نیست. سطر نخست نام ستون‌هاست: { $allowed }.
import-unknown-column = ستون { $column } وجود ندارد. یکی از این‌ها را بنویسید: { $allowed }.
import-quote = علامت نقل‌قولی بسته نشده است. آن را ببندید، یا اگر خودش منظور است، دو بار بنویسید.
import-cells = تعداد { $count } خانه بیشتر از ستون‌هاست. متنی را که ویرگول دارد میان دو علامت نقل‌قول بگذارید.
import-no-name = نامی نیست. نامی بنویسید، یا سطر را بردارید.
import-long-name = نام بیش از حد بلند است. آن را به { $max } نویسه کوتاه کنید.
import-twice = سازمان { $organisation } از پیش در سطر { $line } هست. هر دو را در یک سطر بگذارید.
import-no-desk = بخش { $desk } نیست. یکی از این‌ها را بنویسید: { $allowed }.
import-which-desk = چند بخش هست. یکی را در ستون desk بنویسید: { $allowed }.
import-no-plan = این بخش طرح { $plan } ندارد. یکی از این‌ها را بنویسید: { $allowed }.

## greetings and help

help-slack =
    آنچه از من برمی‌آید:

    - فرم تیکت جدید: `{ $command }`
    - همان فرم با موضوع: `{ $command } چاپگر آتش گرفته`
    - تیکت‌های باز شما: `{ $command } list`
    - روند کار یک تیکت: `{ $command } DEMO-17`
    - بستن تیکتی که حل شده است: `{ $command } close DEMO-17`
    - دعوت از همکار برای پیگیری: `{ $command } watch DEMO-17 @kim`، و پایان آن: `unwatch`
    - برنامهٔ پیش رو: `{ $command } roadmap`
    - جستجو در آنچه می‌توانید ببینید: `{ $command } find فاکتور فروردین`
    - تیکت‌های سازمان شما، اگر آن‌ها را می‌بیند: `{ $command } company`؛ آوردن یکی پیش شما: `{ $command } watch DEMO-17`؛ به اشتراک گذاشتن آن با همکار: `{ $command } share DEMO-17 @somebody`
    - زبانی که با شما به آن صحبت می‌کنم: `/language`

    برای آنکه از هر پیامی تیکت بسازید، در منوی آن *Ticket from message* را انتخاب کنید.
help-slack-agents =
    چون در پشتیبانی کار می‌کنید:

    - تعهدهای یک تیکت و گذر زمان آن: `{ $command } why DEMO-17`
    - تاریخچهٔ آن: `{ $command } history DEMO-17`
    - پس گرفتن پاسخی که تازه داده‌اید: `{ $command } undo`
    - ادغام دو تیکت یک شخص: `{ $command } merge DEMO-17 into DEMO-12`
    - برگرداندن ادغام: `{ $command } unmerge DEMO-17`؛ دو تیکت از یکی: `{ $command } split DEMO-17`
    - پیوند دو تیکت که به هم مربوط‌اند: `{ $command } link DEMO-17 to DEMO-12 as duplicate`
    - برچسب زدن: `{ $command } tag DEMO-17 چاپگر`، و یافتن تیکت‌های آن: `{ $command } list tag:چاپگر`
    - باز کردن تیکت برای شخص دیگر: `{ $command } for @somebody …`
    - گزارش هفته: `{ $command } report week`
    - پر کردن یک فیلد تیکت: `{ $command } set DEMO-17 planned 2026-Q4`
    - به تعویق انداختن آن: `{ $command } set DEMO-17 snooze 2026-12-31 09:00` و برگرداندنش با `-`؛ `subject` (موضوع)، `type` (نوع)، `category` (دسته) و `plan` (طرح) هم به همین شکل عوض می‌شوند
    - سپردن به کسی: `{ $command } assign DEMO-17 @kim`
    - فهرست‌های شما: `{ $command } mine`، `unassigned`، `due`، `waiting`
    - ساعت‌هایی که کسی مزاحم شما نشود: `/desk quiet 22-7`
    - سازمان‌های مشتریان و افراد آن‌ها: `/desk org`
help-telegram =
    کافی است نیازتان را بنویسید تا همین‌جا پاسخ بگیرید.

    تیکت جدید با چند پرسش: `/new`
    تیکت‌های باز شما: `/tickets`؛ تیکت‌های سازمان شما، اگر آن‌ها را می‌بیند: `/tickets company`
    روند کار یک تیکت: `/status DEMO-17`
    بستن تیکتی که حل شده است: `/close`
    لینک دعوت برای پیگیری: `/watch DEMO-17`؛ خروج یا کنار گذاشتن کسی: `/unwatch DEMO-17`
    به اشتراک گذاشتن تیکت با همکار، با نوشتن نام او، اگر پشتیبانی اجازه دهد: `/share DEMO-17 Kim Berg`
    برنامهٔ پیش رو: `/roadmap`
    پس گرفتن پیام خودتان، در پاسخ به آن: `/delete`؛ هم از اینجا و هم از جایی که کارشناسان می‌خوانند
    تغییر زبان: `/language`
    انصراف از فرم: `/cancel`
language-ask = با شما به زبان { $language } صحبت می‌کنم. کدام زبان را می‌خواهید؟
language-set = از این پس با شما به زبان { $language } صحبت می‌کنم. برای تغییر: `/language`
help-telegram-agents =
    چون در این بخش کار می‌کنید:

    فهرست‌های شما: `/mine`، `/unassigned`، `/due` و `/waiting`؛ جست‌وجو در همه‌جا: `/find صورتحساب`
    تعهدهای یک تیکت: `/why DEMO-17`؛ آنچه بر آن گذشته: `/history DEMO-17`
    پر کردن یک فیلد تیکت: `/set DEMO-17 planned 2026-Q4`
    به تعویق انداختن آن: `/set DEMO-17 snooze 2026-12-31 09:00` و برگرداندنش با `-`؛ `subject` (موضوع)، `type` (نوع)، `category` (دسته) و `plan` (طرح) هم به همین شکل عوض می‌شوند
    سپردن به کسی: `/assign DEMO-17 Kim`؛ بدون نام خودتان انتخاب می‌کنید
    یکی کردن دو تیکت یک نفر: `/merge DEMO-17 into DEMO-12`؛ برگرداندن آن: `/unmerge DEMO-17`
    ساختن تیکتی جدا از یک پیام: `/split DEMO-17`
    پیوند دو تیکت: `/link DEMO-17 to DEMO-12 as duplicate` (یا `follow-up`، `caused by`، `related`)؛ برداشتن آن: `/unlink DEMO-17 from DEMO-12`
    برچسب زدن: `/tag DEMO-17 printer`؛ برداشتن آن: `/untag DEMO-17 printer`؛ تیکت‌های دارای آن: `/tagged printer`
    گزارش هفته: `/report week`؛ پس گرفتن پاسخی که تازه داده‌اید: `/undo`

    بیشتر این‌ها در گروه کارشناسان هم کار می‌کند؛ در تاپیک هر تیکت، نوشتن شمارهٔ آن لازم نیست.
language-auto = از این پس زبان برنامهٔ شما را به کار می‌برم: { $language }. برای تغییر: `/language`
language-unknown = اینجا کسی به زبان { $wanted } صحبت نمی‌کند. می‌توانید یکی از این‌ها را انتخاب کنید: { $allowed }
button-language-auto = مانند برنامهٔ من
start-greeting = سلام { $name }، اینجا { $desk } است. نیازتان را به زبان خودتان بنویسید تا همین‌جا پاسخ بگیرید. برای کارهای دیگر `/help` را بفرستید.
start-in-group = لطفاً خصوصی به من بنویسید: آنچه آنجا می‌پرسید بین شما و پشتیبانی می‌ماند.
noise-answer = من اینجا هستم. هر وقت چیزی لازم داشتید، کافی است بنویسید تا تیکت باز شود.
noise-resolved = سپاسگزاریم! تیکت **{ $key }** حل‌شده می‌ماند. اگر هنوز مشکلی هست، کافی است بنویسید تا دوباره باز شود.

## what became of a delivery

delivery-refused-blocked = این به { $name } نرسید: ربات را مسدود کرده یا هرگز آن را شروع نکرده است. راه دیگری را امتحان کنید.
delivery-refused-place-gone = این نرسید: جایی که برای آن بود حذف یا بایگانی شده یا به روی ما بسته است. ربات را دوباره دعوت کنید، یا از راه دیگری با شخص تماس بگیرید.
delivery-refused-not-accepted = این نرسید: پیام‌رسان آن را نمی‌پذیرد ({ $code }). آن را به شکل دیگری بنویسید و دوباره بفرستید.
delivery-unclear = رسیدن این پیام قطعی نیست. لطفاً پیش از ارسال دوباره بررسی کنید.
reply-waits-for = پاسخ شما به تیکت **{ $key }** در صف است: پیام‌رسان درخواست‌کننده حدود { $seconds } ثانیه چیزی نمی‌پذیرد. خودبه‌خود فرستاده می‌شود.
reply-waits = پاسخ شما به تیکت **{ $key }** در صف است: پیام‌رسان درخواست‌کننده جواب نمی‌دهد. همین که جواب دهد، خودبه‌خود فرستاده می‌شود.
place-moved = در جایی که { $name } پرسیده بود نمی‌توانیم بنویسیم، پس این تیکت در گفتگوی خصوصی او با پشتیبانی ادامه دارد.
place-moved-to-dm = در جایی که پرسیده بودید نمی‌توانیم بنویسیم، پس همین‌جا ادامه می‌دهیم.
topic-made-again = تاپیک این تیکت حذف شده بود، پس در این تاپیک ادامه دارد. آخرین پیام‌ها:
topic-left-behind = این گروه ابرگروه شده و تاپیک‌های پیشین به آن نیامده‌اند. تیکت در این تاپیک ادامه دارد. آخرین پیام‌ها:
unnamed = این پیام به نام یک گروه یا کانال نوشته شده است؛ پس نمی‌بینم چه کسی آن را نوشته و درخواست‌کننده آن را نمی‌خواند. اگر مدیر این گروه هستید، ناشناس‌ماندن را برای خود خاموش کنید و پیام را دوباره بنویسید.

## a form asked question by question

question-progress = پرسش { $step } از { $total }
question-summary = آمادهٔ ارسال: **{ $subject }**
draft-sent = فرستاده شد، سپاسگزاریم.
draft-cancelled = انصراف داده شد. چیزی فرستاده نشد.

## the commands' menu

command-new = پرسش جدید
command-tickets = تیکت‌های باز شما
command-status = روند کار یک تیکت
command-close = بستن تیکتی که حل شده است
command-language = انتخاب زبان
command-help = آنچه از من برمی‌آید
command-delete = پس گرفتن پیامی که به آن پاسخ می‌دهید
command-cancel = انصراف از فرم
command-start = آغاز
command-start-in-group = خصوصی به من بنویسید: آنچه می‌پرسید بین ما می‌ماند
command-mine = تیکت‌های در دست شما
command-unassigned = تیکت‌های بی‌مسئول
command-due = نزدیک‌ترین مهلت‌ها
command-waiting = تیکت‌های شما که منتظر دیگری‌اند
command-find = جست‌وجوی واژه‌ها در تیکت‌ها
command-merge = یکی کردن دو تیکت
command-split = ساختن تیکتی جدا از یک پیام
command-link = پیوند دادن دو تیکت
command-assign = سپردن تیکت به کسی
command-set = تغییر یک فیلد تیکت
command-tag = برچسب زدن به تیکت
command-tagged = تیکت‌های دارای یک برچسب
command-undo = پس گرفتن پاسخی که همین حالا داده‌اید
command-why = تعهدهای یک تیکت

## for whoever runs the desk

operator-platform-absent = برای { $platform } توکنی نیست، پس این سطرها خاموش‌اند: { $lines }
operator-channel-not-yet = در { $desk } کانال { $channel } هنوز در دسترس نیست و سطرهایش کاری نمی‌کند.
operator-nobody-moves = در { $desk } کسی نمی‌تواند تیکت را جابه‌جا کند: { $ways }؛ چون نقش‌های { $roles } را کسی ندارد. شناسهٔ اعضا را در آن‌ها بنویسید.
operator-rung-elsewhere = در { $desk }، { $rungs } در پلکان هشدار چیزی نمی‌شنود، چون هیچ کارشناسی در آن سکو کار نمی‌کند. کسی از { $platform } یا channel را نام ببرید.
operator-link-too-long = در { $desk }: تلگرام پس از start= تنها ۶۴ نویسه می‌پذیرد، پس این پیوندها به جایی نمی‌رسند: { $links }. شناسه‌ها را کوتاه کنید.
operator-desk = بخش { $desk }: شماره‌ها مانند { $prefix }-1، زبان‌ها { $languages }
operator-triage = محل کار کارشناسان: { $place }
operator-intake = محل پرسش: { $places }
operator-telegram-intake = مشتریان به ربات تلگرام می‌نویسند
operator-links = پیوند به این بخش: https://t.me/BOT?start={ $desk } و پیوند به فرم، پس از start=: { $forms }
operator-route = درخواست‌های { $when } به { $place } می‌رود
operator-type = نوع { $type } این‌ها را می‌پرسد: { $fields }
operator-priorities = اولویت‌ها { $priorities }؛ تیکت جدید: { $default }
operator-statuses = وضعیت‌ها { $statuses }
operator-moves = تغییرهای خودبه‌خود: { $moves }
operator-transitions = تنها جابه‌جایی‌های مجاز: { $moves }
operator-escalation = خبرگیران مهلت گذشته: { $rungs }
operator-silence = هنگام سکوت از { $anchor } در { $statuses }: { $steps }
operator-rating = امتیاز از ۱ تا { $scale }، زمان پرسش { $after } پس از حل تیکت، مهلت پاسخ { $expires }؛ پرسش دوباره: { $again }؛ پرسش پس از حل با سکوت: { $closed }
operator-retention = آنچه در تیکتی گفته شده { $after } پس از بسته‌شدن پاک می‌شود؛ آنچه از آن هیچ تیکتی نیست، پس از ۳۰ روز
operator-role = نقش { $role }: { $who }؛ اجازه‌ها: { $may }
operator-who-nobody = بدون نام بردن از کسی
operator-who-group = گروه کاربری { $id }
operator-who-members = اعضای { $id }، اگر خصوصی باشد
operator-assign = تیکت‌های جدید خودبه‌خود به کارشناس می‌رسد: { $how }
operator-reply-direct = آنچه کارشناس در رشتهٔ تیکت بنویسد برای درخواست‌کننده فرستاده می‌شود
operator-reply-explicit = فقط آنچه کارشناس با `>>` یا «پاسخ» بفرستد به درخواست‌کننده می‌رسد
demo-rita-opens-form = ریتا، یکی از کارکنان، در Slack دستور /ticket را می‌نویسد و فرم را پر می‌کند
demo-cara-writes = کارا، یکی از مشتریان، به‌سادگی به ربات تلگرام می‌نویسد
demo-ada-takes = آدا تیکت ریتا را برمی‌دارد و در رشتهٔ آن پاسخ می‌دهد؛ ریتا هم جواب می‌دهد
demo-bo-answers = بو تیکت کارا را برمی‌دارد. آنچه با // آغاز شود بین کارشناسان می‌ماند
demo-both-resolve = هر دو حل شد و به هر دو خبر داده شد
demo-time-rating = چند دقیقه بعد از کارا دربارهٔ پاسخ نظر می‌خواهند. (از اینجا به بعد ساعت با دست جلو برده می‌شود.)
demo-time-late = کسی در ساعت‌های تعهدشده به پرسش بعدی ریتا پاسخ نمی‌دهد.
demo-time-silence = بو پرسشی می‌کند و ریتا نیست: به او یادآوری می‌شود و سپس کار پایان می‌یابد. یک پیام او تیکت را دوباره باز می‌کند.
demo-clock = اکنون ساعت { $hour } است ({ $zone }).
demo-end = داستان تمام شد. همین نمایش را با `npm start` در مرورگر خود باز کنید.
operator-commands = دستورها: npm run desk -- check [FILE…], npm run desk -- simulate FILE --at "2026-11-20 16:55", npm run desk -- report [--csv] [--week], npm run desk -- parked [--replay ID یا all], npm run desk -- resume [--yes], npm run desk -- export PERSON [--to FOLDER], npm run desk -- erase PERSON [--yes], npm run desk -- organisations import FILE.csv [--dry-run], npm run desk -- migration NAME, npm run doctor, npm run demo
operator-not-paused = ارسال متوقف نیست.
operator-paused = این جدول‌ها از نسخهٔ پشتیبان آمده‌اند، یا کسی چنین گفته است، و از { $since } چیزی فرستاده نمی‌شود: آنچه در صف ارسال است شاید پس از تهیهٔ نسخهٔ پشتیبان فرستاده شده باشد.
operator-paused-owed = در صف ارسال { $platform }: { $count }، قدیمی‌ترین از { $oldest }
operator-resume-how = مطمئن شوید هیچ نمونهٔ دیگری با همین توکن‌ها کار نمی‌کند، سپس: npm run desk -- resume --yes. پیش از ارسال هر پیام از Slack پرسیده می‌شود؛ جایی که نمی‌توان پرسید (تلگرام)، نوشته‌های افراد در رشتهٔ تیکتشان با دکمهٔ «تلاش دوباره» شمرده می‌شوند و اعلان‌ها فرستاده نمی‌شوند.
operator-resumed = ارسال ادامه می‌یابد. نخست از پیام‌رسان پرسیده می‌شود: { $looked }. نوشته‌های افراد که به کارشناسان سپرده شد: { $left }. اعلان‌های فرستاده‌نشده: { $dropped }.
operator-resumed-tickets = این تیکت‌ها را ببینید: { $keys }
erased = آنچه اینجا گفته شده بود پاک شده است.
operator-no-such-person = کسی با نشانی { $person } نمی‌شناسیم. بنویسید slack:U0123ABCD یا telegram:8001 یا شناسهٔ خود ما.
operator-exported = تعداد { $rows } ردیف و { $files } فایل در { $folder } است. پیش از تحویل مطمئن شوید چه کسی درخواست کرده است.
operator-erase-dry = از { $name }: { $tickets } تیکت، { $messages } پیام و { $files } فایل برای همیشه پاک می‌شود.
operator-erase-open = هنوز بسته نشده: { $keys }. همان‌طور می‌مانند، بدون نوشته‌هایشان.
operator-erase-how = برای انجام آن: npm run desk -- erase { $person } --yes. آنچه باید تحویل شود را پیش از آن خروجی بگیرید.
operator-erased = پاک شد: { $tickets } تیکت و { $messages } پیام. در پلتفرم‌ها { $deleted } رونوشت حذف و { $emptied } پیام نخست خالی می‌شود.
operator-erase-owed = هنوز { $owed } مورد منتظر ارسال است. سپس یک بار دیگر اجرا کنید تا شناسه‌های پلتفرم هم پاک شود: npm run desk -- erase { $person } --yes
operator-erase-done = دیگر چیزی در انتظار نیست و شناسه‌های پلتفرم هم پاک شد.
operator-erase-stays = آنچه می‌ماند: نوشته‌های خود افراد در Slack و Telegram که ربات اجازهٔ حذفشان را ندارد، و آنچه تنها به یک نفر نشان داده شده؛ { $old } رونوشت قدیمی‌تر از ۴۸ ساعت در Telegram؛ نسخه‌های پشتیبان تا ۳۵ روز. آمار با یک شماره می‌ماند.
operator-no-migration = مهاجرت‌ها همهٔ نیاز جدول‌ها را دارند.
operator-nothing-parked = چیزی کنار گذاشته نشده است.
operator-parked-again = وقتی علت خطایشان برطرف شد: npm run desk -- parked --replay ID، یا --replay all
operator-no-tables = این پایگاه جدول‌های این نسخه را ندارد: Deskhand هنوز روی آن آغاز نشده است. اگر نمونهٔ شما پایگاه دیگری دارد، DATABASE_URL را به آن تنظیم کنید؛ با docker compose: docker compose run --rm deskhand desk …
operator-not-parked = مورد { $id } کنار گذاشته نشده است. فهرست با npm run desk -- parked دیده می‌شود.
operator-replayed =
    { $count ->
        [0] چیزی کنار گذاشته نشده است.
        [one] تعداد { $count } رویداد دوباره در صف است. برنامه اکنون، یا هنگام آغاز، به آن می‌رسد.
       *[other] تعداد { $count } رویداد دوباره در صف است. برنامه اکنون، یا هنگام آغاز، به آن‌ها می‌رسد.
    }
playground-at = محیط نمایشی باز است: { $url }
operator-all-well = تعداد { $count } بخش، بی‌ایراد.
operator-faults = تعداد { $count } مورد برای اصلاح.

simulate-how = بگویید کدام بخش و چه وقت کسی می‌پرسد: npm run desk -- simulate desks/demo.yaml --plan basic --priority normal --at "2026-11-20 16:55"
simulate-no-such = مقدار { $value } برای { $what } وجود ندارد. یکی از این‌ها را بنویسید: { $allowed }
simulate-no-hour = مقدار { $value } زمان نیست. زمانی به وقت بخش بنویسید، مانند 2026-11-20 16:55
simulate-head = بخش { $desk }: طرح { $plan }، اولویت { $priority }، زمان پرسش { $at } ({ $zone })
simulate-due =
    { WORD($promise) ->
        [first-response] نخستین پاسخ، { $target } بر پایهٔ { $calendar }: مهلت { $due }
        [next-response] پاسخ بعدی، اگر همان دم دوباره بپرسد، { $target } بر پایهٔ { $calendar }: مهلت { $due }
       *[other] حل، { $target } بر پایهٔ { $calendar }: مهلت { $due }
    }
simulate-warned =
    { WORD($promise) ->
        [first-response] در { $at } هشدار نزدیکی مهلت نخستین پاسخ ({ $threshold })
        [next-response] در { $at } هشدار نزدیکی مهلت پاسخ بعدی ({ $threshold })
       *[other] در { $at } هشدار نزدیکی مهلت حل ({ $threshold })
    }
simulate-breached =
    { WORD($promise) ->
        [first-response] در { $at } خبر تأخیر نخستین پاسخ
        [next-response] در { $at } خبر تأخیر پاسخ بعدی
       *[other] در { $at } خبر تأخیر حل
    }
simulate-escalated =
    { WORD($promise) ->
        [first-response] در { $at } خبر تأخیر نخستین پاسخ به { $whom }
        [next-response] در { $at } خبر تأخیر پاسخ بعدی به { $whom }
       *[other] در { $at } خبر تأخیر حل به { $whom }
    }
simulate-silence-head = اگر کارشناس همان دم پاسخ دهد و درخواست‌کننده در وضعیت { $status } چیزی نگوید:
simulate-silence =
    { WORD($does) ->
        [remind] در { $at } به درخواست‌کننده یادآوری می‌شود
        [cancel] در { $at } تیکت لغو می‌شود
       *[other] در { $at } تیکت بسته می‌شود
    }
check-plan = طرح { $plan }، { $priority }: { $target } بر پایهٔ { $calendar }، زمان پرسش { $from }، مهلت { $due }
check-slower =
    { WORD($promise) ->
        [firstResponse] بخش { $desk }: طرح { $plan } نخستین پاسخ به { $priority } را دیرتر از طرح { $lower } تعهد می‌کند که پایین‌تر از آن است.
        [nextResponse] بخش { $desk }: طرح { $plan } پاسخ بعدی به { $priority } را دیرتر از طرح { $lower } تعهد می‌کند که پایین‌تر از آن است.
       *[other] بخش { $desk }: طرح { $plan } حل { $priority } را دیرتر از طرح { $lower } تعهد می‌کند که پایین‌تر از آن است.
    }

## what the doctor finds (npm run doctor), and how to repair it

doctor-config = پیکربندی خوانده می‌شود.
doctor-config-fault = { $fault }
doctor-rest-unseen = باقی بررسی نشد: به پیکربندی نیاز دارد.
doctor-database = نسخهٔ PostgreSQL { $version }، پایگاه داده { $place }.
doctor-job-store = پایگاه MongoDB برای کارهای Agenda جواب می‌دهد.
doctor-job-store-silent = پایگاه MongoDB در AGENDA_MONGODB_URL جواب نمی‌دهد ({ $code }).
doctor-job-store-silent-repair = نشانی را درست یا آن را روشن کنید؛ یا متغیر را بردارید تا کارها در پایگاه دادهٔ خود برنامه بماند.
doctor-database-embedded = متغیر DATABASE_URL تنظیم نیست: هنگام نخستین آغاز، PostgreSQL درونی ساخته می‌شود. برای شروع خوب است؛ برای یک شرکت پایگاه جداگانه بگذارید.
doctor-database-fault = پایگاه PostgreSQL درونی آغاز نمی‌شود: { $fault }
doctor-database-fault-repair = یا DATABASE_URL را به PostgreSQL خودتان تنظیم کنید.
doctor-database-nobody = در نشانی DATABASE_URL چیزی گوش نمی‌دهد ({ $code }).
doctor-database-nobody-repair = پایگاه PostgreSQL را روشن کنید، یا میزبان و پورت را درست کنید.
doctor-database-no-host = میزبانِ DATABASE_URL شناخته نیست ({ $code }).
doctor-database-no-host-repair = میزبان را درست کنید.
doctor-database-password = پایگاه PostgreSQL کاربر یا گذرواژهٔ DATABASE_URL را نمی‌پذیرد ({ $code }).
doctor-database-password-repair = آن‌ها را درست کنید؛ نویسه‌های ویژهٔ گذرواژه با کد درصد نوشته می‌شوند، @ به شکل %40.
doctor-database-no-name = پایگاه PostgreSQL هست، ولی پایگاه داده‌ای که در DATABASE_URL آمده نیست ({ $code }).
doctor-database-no-name-repair = آن را با createdb بسازید، یا نام را در پایان نشانی درست کنید.
doctor-database-silent = پایگاه داده در DATABASE_URL جواب نمی‌دهد ({ $code }).
doctor-database-silent-repair = نشانی را درست کنید و گزارش خود PostgreSQL را ببینید.
doctor-database-old = نسخهٔ PostgreSQL { $version } بیش از حد قدیمی است.
doctor-database-old-repair = از PostgreSQL نسخهٔ 14 یا تازه‌تر استفاده کنید.
doctor-database-closed = کاربر پایگاه داده اجازهٔ ساختن جدول در { $place } را ندارد.
doctor-database-closed-repair = کاربر را مالک پایگاه داده کنید، یا این دستور را برای او اجرا کنید: GRANT CREATE ON SCHEMA public TO نام کاربر
doctor-database-tables = جدول‌ها به‌روز است ({ $count } مهاجرت).
doctor-database-behind = تعداد { $count } مهاجرت هنوز اجرا نشده است.
doctor-database-behind-repair = آغاز بعدی کمبودها را اجرا می‌کند.
doctor-database-newer = جدول‌ها از Deskhand تازه‌تری است: { $count } مهاجرت آن اینجا شناخته نیست.
doctor-database-newer-repair = در محدودهٔ یک نسخهٔ فرعی فقط چیزی می‌افزایند، پس این برنامه با آن‌ها کار می‌کند: همان‌طور که هستند بمانند. جدول‌های نسخهٔ فرعی تازه‌تر، همان نسخه را می‌خواهند.
doctor-secret = مقدار SECRET از آنِ خودتان است.
doctor-secret-made = مقدار SECRET تنظیم نیست: هنگام نخستین آغاز، یکی در `.deskhand/` ساخته می‌شود.
doctor-secret-missing = مقدار SECRET تنظیم نیست، با آنکه پایگاه داده بیرونی است: ماشین دیگر مقدار دیگری می‌سازد و دکمه‌ها در آنجا از کار می‌افتد.
doctor-secret-missing-repair = در `.env` بنویسید SECRET= و پس از آن خروجی `openssl rand -hex 32`، یکسان برای همهٔ نسخه‌های در حال اجرا.
doctor-files = فایل‌ها در { $path } نگه داشته می‌شود.
doctor-files-absent = پوشهٔ فایل‌ها، { $path }، هنوز نیست.
doctor-files-absent-repair = هر وقت لازم شود ساخته می‌شود.
doctor-files-no-folder = مقدار FILES پوشه نیست: { $path }
doctor-files-no-folder-repair = پوشه‌ای را نام ببرید.
doctor-files-unwritable = در پوشهٔ فایل‌ها اجازهٔ نوشتن نداریم: { $path }
doctor-files-unwritable-repair = آن را به کاربری بدهید که Deskhand با آن اجرا می‌شود، یا پوشهٔ دیگری در FILES بنویسید.
doctor-public-url = پیام‌رسان‌ها در { $url } به ما می‌رسند.
doctor-public-url-slack = پیام‌رسان‌ها در { $url } به ما می‌رسند؛ در برنامهٔ Slack، همهٔ نشانی‌های Request URL این است: { $url }/slack/events.
doctor-public-url-absent = متغیر PUBLIC_URL تنظیم نیست.
doctor-public-url-absent-repair = بدون SLACK_APP_TOKEN باید Slack از راه https و مسیری که به /slack/events پایان می‌یابد به این برنامه برسد: PUBLIC_URL را تنظیم کنید، یا Socket Mode را به کار ببرید.
doctor-public-url-not-https = مقدار PUBLIC_URL این است: { $url }، ولی پیام‌رسان‌ها فقط با https کار می‌کنند.
doctor-public-url-not-https-repair = پیش از PORT یک پراکسی با گواهی بگذارید و نشانی https آن را بنویسید.
doctor-public-url-port = مقدار PUBLIC_URL این است: { $url }، ولی تلگرام چیزی به پورت { $port } نمی‌آورد.
doctor-public-url-port-repair = از 443، 80، 88 یا 8443 استفاده کنید.
doctor-desk = بخش { $desk }، شماره‌ها مانند { $prefix }-1.
doctor-desk-warning = { $warning }
doctor-desk-fault = { $fault }
doctor-playground = هیچ پیام‌رسانی توکن ندارد: با `npm start` محیط نمایشی اجرا می‌شود.
doctor-platform-absent = برای { $platform } توکنی نیست و به کار گرفته نمی‌شود.
doctor-places-unseen = کانال‌ها و گروه‌ها بررسی نشد: آن‌ها در فایل‌های بخش‌ها آمده‌اند.

doctor-slack-token = ربات را Slack می‌شناسد: { $bot } در { $team } ({ $id }).
doctor-slack-token-refused = توکن SLACK_BOT_TOKEN را Slack نمی‌پذیرد ({ $code }).
doctor-slack-token-refused-repair = مقدار Bot User OAuth Token (به شکل xoxb-…) را از OAuth & Permissions در صفحهٔ برنامهٔ Slack خود کپی کنید؛ نخست برنامه را نصب کنید.
doctor-slack-org-wide = توکن SLACK_BOT_TOKEN برای همهٔ سازمان { $team } است؛ Deskhand فقط در یک فضای کاری کار می‌کند و چیزی نمی‌شنود.
doctor-slack-org-wide-repair = برنامه را در یک فضای کاری نصب کنید (Install to Workspace در OAuth & Permissions) و توکن همان را کپی کنید.
doctor-slack-unreachable = سرور Slack جواب نمی‌دهد ({ $code }).
doctor-slack-unreachable-repair = بررسی کنید که این ماشین به https://slack.com می‌رسد، و SLACK_API_URL را اگر تنظیم کرده‌اید.
doctor-slack-scopes = ربات { $count } دسترسی (scope) دارد، همهٔ آنچه لازم است در میان آن‌هاست.
doctor-slack-scopes-missing = ربات این دسترسی‌ها (scope) را کم دارد: { $scopes }.
doctor-slack-scopes-missing-repair = آن‌ها را در OAuth & Permissions، قسمت Bot Token Scopes بیفزایید (یا مانیفست را دوباره بگذارید)، سپس Reinstall to Workspace را بزنید. توکن همان می‌ماند.
doctor-slack-app-token = راه Socket Mode با SLACK_APP_TOKEN باز است.
doctor-slack-app-token-refused = توکن SLACK_APP_TOKEN را Slack نمی‌پذیرد ({ $code }).
doctor-slack-app-token-refused-repair = در Basic Information، قسمت App-Level Tokens، یکی با دسترسی connections:write بسازید و Socket Mode را روشن کنید.
doctor-slack-signing-secret = مقدار SLACK_SIGNING_SECRET را نمی‌توان از Slack پرسید: اگر نادرست باشد، Slack نمی‌تواند Request URL را تأیید کند.
doctor-slack-channel = کانال { $name } ({ $id }): ربات در آن است.
doctor-slack-channel-unknown = ربات کانال { $id } را نمی‌بیند.
doctor-slack-channel-unknown-repair = اگر خصوصی است، در آن بنویسید /invite @{ $bot }؛ وگرنه شناسه را دوباره از پایین جزئیات کانال کپی کنید.
doctor-slack-channel-archived = کانال { $name } ({ $id }) بایگانی شده است.
doctor-slack-channel-archived-repair = آن را در Slack برگردانید، یا کانال دیگری در فایل بخش بنویسید.
doctor-slack-channel-not-member = ربات در { $name } ({ $id }) نیست.
doctor-slack-channel-not-member-repair = در آن بنویسید /invite @{ $bot }.
doctor-slack-channel-open-to-all = قرار است اعضای { $name } ({ $id }) کارشناس باشند، ولی کانال عمومی است: کسی از این راه کارشناس نمی‌شود.
doctor-slack-channel-open-to-all-repair = کانال را خصوصی کنید، یا افراد یا یک گروه کاربری را در فایل بخش نام ببرید.
doctor-slack-channel-readable = کارشناسان در { $name } ({ $id }) کار می‌کنند که همه در فضای کاری می‌توانند آن را بخوانند.
doctor-slack-channel-readable-repair = اگر تیکت‌ها برای همه نیست، آن را خصوصی کنید.
doctor-slack-channel-shared = کارشناسان در { $name } ({ $id }) کار می‌کنند که با شرکت دیگری مشترک است: آن شرکت همهٔ تیکت‌ها را می‌خواند.
doctor-slack-channel-shared-repair = اشتراک را در Slack پایان دهید، یا کانال دیگری در فایل بخش بنویسید.
doctor-slack-channel-guests = کانال { $name } ({ $id }) با شرکت دیگری مشترک است و افراد آن شرکت نمی‌توانند آنجا تیکت باز کنند.
doctor-slack-channel-unseen = کانال { $id } بررسی نشد ({ $code }).
doctor-slack-channel-unseen-repair = یک دقیقهٔ دیگر دوباره بررسی کنید. اگر دسترسی‌ها کم است، نخست آن‌ها را بیفزایید.
doctor-slack-group = گروه کاربری { $id } دارای { $count } نفر است.
doctor-slack-group-unknown = گروه کاربری { $id } وجود ندارد.
doctor-slack-group-unknown-repair = شناسه را (S…) از صفحهٔ گروه کاربری در Slack کپی کنید.
doctor-slack-group-empty = کسی در گروه کاربری { $id } نیست، پس کسی آن نقش را ندارد.
doctor-slack-group-empty-repair = در Slack افرادی به آن بیفزایید.
doctor-slack-group-unseen = گروه کاربری { $id } خوانده نشد ({ $code }).
doctor-slack-group-unseen-repair = ربات برای آن دسترسی usergroups:read لازم دارد.

doctor-telegram-token = ربات را تلگرام می‌شناسد: @{ $name } ({ $id }).
doctor-telegram-topics = ربات در گفتگوهای خصوصی تاپیک دارد: هر تیکت مشتری یکی می‌گیرد.
doctor-telegram-token-refused = توکن TELEGRAM_BOT_TOKEN را تلگرام نمی‌پذیرد ({ $code }).
doctor-telegram-token-refused-repair = به @BotFather دستور /token را بفرستید و آنچه نشان می‌دهد کپی کنید.
doctor-telegram-unreachable = تلگرام جواب نمی‌دهد ({ $code }).
doctor-telegram-unreachable-repair = بررسی کنید که این ماشین به https://api.telegram.org می‌رسد، و TELEGRAM_API_ROOT را اگر تنظیم کرده‌اید.
doctor-telegram-cannot-join = ربات را نمی‌توان به گروه افزود، ولی بخشی گروهی را نام برده است.
doctor-telegram-cannot-join-repair = به @BotFather دستور /setjoingroups را بفرستید و Enable را انتخاب کنید.
doctor-telegram-privacy-off = حالت حریم خصوصی خاموش است: هر چه در گروه‌های ربات گفته شود به آن می‌رسد.
doctor-telegram-privacy-off-repair = ربات فقط گفتگوهای خصوصی را لازم دارد. به @BotFather دستور /setprivacy را بفرستید و Enable را انتخاب کنید.
doctor-telegram-polling = به‌روزرسانی‌ها با پرس‌وجو گرفته می‌شود؛ وب‌هوکی سر راه نیست.
doctor-telegram-webhook = به‌روزرسانی‌ها با وب‌هوک به { $host } می‌رسد.
doctor-telegram-webhook-absent = هنوز برای { $host } وب‌هوکی تنظیم نشده است.
doctor-telegram-webhook-absent-repair = آغاز بعدی آن را تنظیم می‌کند.
doctor-telegram-webhook-in-the-way = قرار است به‌روزرسانی‌ها با پرس‌وجو گرفته شود، ولی وب‌هوکی به { $host } تنظیم است: شاید برنامهٔ دیگری از این ربات استفاده می‌کند.
doctor-telegram-webhook-in-the-way-repair = برای Deskhand ربات جداگانه‌ای بسازید. اگر وب‌هوک از پیش مانده است، آغاز بعدی آن را برمی‌دارد.
doctor-telegram-webhook-elsewhere = وب‌هوک به جای { $wanted } به { $host } تنظیم است: شاید برنامهٔ دیگری از این ربات استفاده می‌کند.
doctor-telegram-webhook-elsewhere-repair = برای Deskhand ربات جداگانه‌ای بسازید. اگر وب‌هوک از پیش مانده است، آغاز بعدی آن را از نو تنظیم می‌کند.
doctor-telegram-webhook-deaf = وب‌هوک این‌ها را درخواست نمی‌کند: { $kinds }.
doctor-telegram-webhook-deaf-repair = آغاز بعدی آن را از نو تنظیم می‌کند.
doctor-telegram-webhook-failing = تلگرام نمی‌تواند { $count } به‌روزرسانی را برساند: { $error }
doctor-telegram-webhook-failing-repair = اگر برنامه اجرا نیست، آن را آغاز کنید. خطای 401 یعنی TELEGRAM_WEBHOOK_SECRET دیگری در کار است که آغاز دوباره آن را از نو تنظیم می‌کند؛ وگرنه پراکسی پیش از آن را ببینید.
doctor-telegram-webhook-failed = تلگرام یک بار نتوانست به‌روزرسانی را برساند: { $error }. دیگر چیزی در انتظار نیست.
doctor-telegram-pending = در تلگرام { $count } به‌روزرسانی در انتظار است، حداکثر تا یک روز.
doctor-telegram-group = گروه { $name } ({ $id }): ربات مدیر است.
doctor-telegram-group-unknown = ربات گروه { $id } را نمی‌بیند ({ $code }).
doctor-telegram-group-unknown-repair = آن را به گروه بیفزایید، یا شناسه را در فایل بخش درست کنید.
doctor-telegram-group-not-admin = ربات مدیر { $name } ({ $id }) نیست.
doctor-telegram-group-not-admin-repair = آن را مدیر کنید، با اجازهٔ مدیریت تاپیک‌ها و حذف پیام‌ها.
doctor-telegram-group-no-topics = گروه { $name } ({ $id }) تاپیک ندارد، و هر تیکت به یکی نیاز دارد.
doctor-telegram-group-no-topics-repair = در تنظیمات گروه، تاپیک‌ها را روشن کنید. شاید شناسه‌اش پس از آن دیگر شود: دوباره اینجا نگاه کنید.
doctor-telegram-group-topics-not-ours = ربات اجازهٔ مدیریت تاپیک‌های گروه { $name } ({ $id }) را ندارد، و هر تیکت به یکی نیاز دارد.
doctor-telegram-group-topics-not-ours-repair = در فهرست مدیران گروه، اجازهٔ مدیریت تاپیک‌ها را به آن بدهید.
doctor-telegram-group-cannot-delete = ربات اجازهٔ حذف پیام‌ها در { $name } ({ $id }) را ندارد: آنچه پس گرفته یا پاک شده شاید آنجا بماند.
doctor-telegram-group-cannot-delete-repair = در فهرست مدیران گروه، اجازهٔ حذف پیام‌ها را به آن بدهید.
doctor-telegram-group-open-to-all = قرار است اعضای { $name } ({ $id }) کارشناس باشند، ولی گروه عمومی است: کسی از این راه کارشناس نمی‌شود.
doctor-telegram-group-open-to-all-repair = گروه را خصوصی کنید، یا افراد را در فایل بخش نام ببرید.
doctor-telegram-group-readable = کارشناسان در { $name } ({ $id }) کار می‌کنند که گروهی عمومی است و همه می‌توانند آن را بخوانند.
doctor-telegram-group-readable-repair = اگر تیکت‌ها برای همه نیست، آن را خصوصی کنید.

doctor-or-fix = یا این دستور: npm run doctor -- --fix
doctor-fixed = تعمیر شد: { $fault }
doctor-fix-failed = تعمیر نشد ({ $why }): { $fault }
doctor-all-well = ایرادی نیست.
doctor-faults = تعداد { $count } ایراد هست.
