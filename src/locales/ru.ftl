# Русский. Правила записи те же, что в en.ftl.

## a ticket begins

ticket-opened = Спасибо, это заявка **{ $key }**: { $subject }
ticket-opened-how-to-follow = Ответ придёт прямо сюда; если хотите что-то добавить, просто напишите. `/status { $key }` покажет, как идут дела.
ticket-opened-with-link = Заявка **{ $key }** открыта. [Следить за ней можно здесь]({ $link })
raised-from-message-link = Заявка создана из [этого сообщения]({ $link }).
raised-already = Это сообщение уже стало заявкой **{ $key }**.
earlier-are-there = Заявка создана из сообщения посреди ветки. Сказанное раньше можно перенести.
button-bring-earlier = Перенести прежние сообщения
earlier-brought =
    { $count ->
        [one] { $by } переносит { $count } прежнее сообщение ветки:
        [few] { $by } переносит { $count } прежних сообщения ветки:
        [many] { $by } переносит { $count } прежних сообщений ветки:
       *[other] { $by } переносит { $count } прежнего сообщения ветки:
    }
earlier-brought-told =
    { $count ->
        [one] Перенесено { $count } прежнее сообщение этой ветки. Там его видят только те, кто вам отвечает.
        [few] Перенесено { $count } прежних сообщения этой ветки. Там их видят только те, кто вам отвечает.
        [many] Перенесено { $count } прежних сообщений этой ветки. Там их видят только те, кто вам отвечает.
       *[other] Перенесено { $count } прежнего сообщения этой ветки. Там их видят только те, кто вам отвечает.
    }
earlier-none = Больше переносить нечего: сказанное раньше уже там.
earlier-by = { $name } · раньше, { $at }
ticket-split-for-you = Часть заявки **{ $from }** теперь отдельная заявка **{ $key }**: { $subject }
ticket-follows = Заявка **{ $from }** закрыта окончательно, поэтому это новая заявка вслед за ней, **{ $key }**: { $subject }
questions-first = Чтобы открыть заявку из этого сообщения, сначала нужно ответить на несколько вопросов.
unopened-form = Форма не открылась. Ничего не потеряно: её откроет эта кнопка.
opened-for-them = Заявка **{ $key }** открыта, заявитель { $name }: { $subject }
ticket-opened-for-you = Для вас открыта заявка **{ $key }**: { $subject }

## the card in the triage channel

card-heading = { $key } · { $subject }
card-requester = Заявитель
card-organisation = Организация
card-type = Тип
card-priority = Приоритет
card-status = Статус
card-assignee = Исполнитель
card-nobody = Пока никто
card-turn = Чей ход
card-category = Категория
strangers-read-card = Этот канал читают люди другой компании. Ничего внутреннего здесь не показано: ни заметок, ни сроков, ни имён.
turn-ours = Наш
turn-requester = Заявителя
turn-other = Третьей стороны
turn-nobody = Ничей
card-snoozed = Отложена до
card-private = Доступна только
card-watchers = Читают также
card-tags = Метки
link-related = Связана с
link-duplicate-of = Повторяет
link-has-duplicate = Повторена в
link-follow-up-of = Продолжает
link-has-follow-up = Продолжена в
link-caused-by = Вызвана
link-causes = Причина для
link-split-from = Выделена из
link-has-split = Выделена в
card-elsewhere = Эта заявка продолжается в другом канале.
card-unshared = Эта заявка больше не доступна вам здесь.
card-public-again = Эта заявка снова доступна всем и продолжается в своём канале.

## buttons

button-take = Взять
button-assign = Назначить
button-priority = Приоритет
button-status = Статус
button-note = Заметка
button-reply = Ответить
button-resolve = Решено
button-reopen = Открыть снова
button-still-need-help = Мне ещё нужна помощь
button-send-anyway = Всё равно отправить
button-new-question = Это новый вопрос
button-leave = Выйти
button-take-out = Убрать: { $name }
button-fill-form = Открыть форму
button-skip = Пропустить
button-back = Назад
button-cancel = Отмена
button-send = Отправить
button-done = Готово
button-edit = Изменить…
button-details = Поля…
button-go-there = Перейти
button-undo = Отменить
button-macro = Заготовка…
button-split-one = Только это сообщение
button-split-rest = Это и всё после него

## forms

form-new-title = Новая заявка
form-note-title = Внутренняя заметка
form-reply-title = Ответ
form-submit = Открыть заявку
form-save = Сохранить
form-send = Отправить
form-close = Отмена
form-raised-intro = Заявка начнётся с этого сообщения: { $words }
field-subject = Тема
field-subject-hint = Одна строка: о чём речь
field-date-hint = Например, 2026-12-31
field-file-hint = Пришлите сюда фото или файлы, один за другим.
field-description = Что случилось?
field-type = Что это?
field-desk = Кто должен помочь?
field-category = Категория
field-priority = Приоритет
field-note = Заметка для коллег
field-reply = Ответ заявителю
field-still-ours = Ход остаётся за нами
field-after-sending = После отправки
answer-yes = Да
answer-no = Нет
form-edit-title = Изменить заявку
form-details-title = Поля заявки
field-requester = Заявитель
field-requester-other = Или заявитель не из Slack
field-requester-other-hint = Ключ другой их заявки или их номер в Telegram
field-for-whom = Для кого?
field-for-whom-hint = Оставьте пустым, если спрашиваете для себя
field-edit-type = Тип
field-plan = Тариф
field-plan-hint = Его обещания считаются с открытия заявки
field-edit-desk = Служба
field-channel = Рабочий канал
field-channel-main = Основной канал
field-snooze-date = Отложить до
field-snooze-date-hint = Пусто: не отложена. Слово заявителя вернёт её.
field-snooze-time = В какое время? ({ $zone })
field-snooze-time-hint = Например, 09:30; пусто: 09:00
field-private-to = Доступна только
field-private-to-hint = Никто не выбран: могут читать все сотрудники
field-blocked = Заблокировать заявителя?
field-blocked-hint = Что они пишут в эту службу, сохраняется, но дальше не идёт
field-tags = Метки
field-tags-hint = Слова через пробел, по которым её найти. Заявитель их не видит.
field-link-to = Связать с другой заявкой
field-link-to-hint = Её ключ, например DEMO-17
field-link-kind = Эта заявка
kind-related = связана с ней
kind-duplicate-of = повторяет её
kind-follow-up-of = продолжает её
kind-caused-by = вызвана ею
form-macro-title = Ответ по заготовке
field-macro = Какая?
field-macro-then = Затем статус станет «{ $status }».
field-macro-text-hint = Правьте как угодно. Заполненное выше встанет на место { $blanks }.

## what would make a form easier to answer

hint-vague-subject = По теме трудно понять, о чём речь. Опишите в нескольких словах: «В счетах неверная сумма» найдут и решат быстрее, чем «Проблема».
hint-bug-without-steps = Что вы делали перед этим, шаг за шагом? Без этого мы можем только гадать.
hint-bug-without-result = Чего вы ожидали и что произошло вместо этого?
hint-screenshots-help = Снимок экрана часто говорит быстрее слов. Его можно приложить.
hint-send-anyway = Можно отправить и так: нажмите кнопку ещё раз.

## what is wrong with an answer

error-required = Пожалуйста, заполните это поле.
error-not-an-option = Пожалуйста, выберите одно из: { $allowed }
error-not-a-number = Пожалуйста, напишите число, например 12 или 1,5.
error-not-a-date = Пожалуйста, напишите дату в виде 2026-12-31.
error-not-a-version = Пожалуйста, напишите версию, например 6.2.1.
error-not-an-email = Пожалуйста, напишите адрес почты, например `name@example.com`.
error-not-a-url = Пожалуйста, напишите адрес страницы, который начинается с `https://`
error-not-a-release = Напишите, к какому кварталу, например `2026-Q4` или `2026-Q4 спринт 3`.
error-too-long =
    { $max ->
        [one] Слишком длинно: помещается не больше { $max } знака.
        [few] Слишком длинно: помещается не больше { $max } знаков.
        [many] Слишком длинно: помещается не больше { $max } знаков.
       *[other] Слишком длинно: помещается не больше { $max } знака.
    }
error-too-many = Слишком много: можно не больше { $max }.
answer-in-words = Это сохранено и попадёт в вашу заявку. А на сам вопрос ответьте, пожалуйста, словами или кнопкой.
answer-file = Пришлите сюда фото или файл или уйдите от вопроса кнопкой.
answer-too-late = Это был ответ в форме, которая уже закрыта: то, что вы в нём изменили, до нас не дошло. Напишите это, пожалуйста, новым сообщением.
files-kept =
    { $count ->
        [one] Получен { $count } файл. Пришлите ещё или нажмите «Готово».
        [few] Получено { $count } файла. Пришлите ещё или нажмите «Готово».
        [many] Получено { $count } файлов. Пришлите ещё или нажмите «Готово».
       *[other] Получено { $count } файла. Пришлите ещё или нажмите «Готово».
    }
error-not-a-time = Напишите время, например 09:30.
error-time-is-past = Это время уже прошло.
error-snooze-date = Ко времени нужна дата.
error-no-such-requester = По этим данным никто не известен. Нужен ключ заявки или номер Telegram того, кто писал боту.
error-no-such-ticket = Нет заявки { $key }, с которой вы можете связать эту.
error-not-a-tag = { $word } не метка: буквы, цифры и дефисы, не больше { $max }.

## who hears a message

held-note = Это останется между нами, потому что начинается с `//`. Заявитель этого не видит.
held-shared = **Этот канал читают люди другой компании (Slack Connect), значит, они прочли и это.** Заявитель этого не видит. Удалите сообщение, если оно не для них; заметки к этой заявке пишите, только открыв её отдельным коллегам («Изменить»), или отключите канал от другой компании.
note-withheld = **Ваша заметка к заявке { $key } здесь не показана: этот канал теперь читают люди другой компании (Slack Connect).** Она сохранена вместе с заявкой. Откройте заявку отдельным коллегам («Изменить») или отключите канал от другой компании и напишите её ещё раз.
held-secret = Это останется между нами, потому что похоже на ключ или номер карты. Заявитель этого не видит.
undone = Ваш ответ в **{ $key }** отозван: заявитель его больше не видит.
held-mention = Это останется между нами, потому что начинается с обращения: { $name }. Заявитель этого не видит.
held-broadcast = Это останется между нами, потому что отправлено и в канал. Заявитель этого не видит.
sent-anyway = Отправлено заявителю { $key }.
note-by = Заметка: { $name }
how-to-note = Напишите её в этой теме и начните с `//`: тогда заявитель её не увидит.
how-to-reply = Напишите его в этой теме и начните с `>>`: тогда он уйдёт заявителю.
uncarried =
    { WORD($kind) ->
        [story] { $name }: прислана история. Здесь её нельзя показать.
        [file] { $name }: прислан файл, который нам не получить.
        [attachment] { $name }: переслано сообщение. Здесь его нельзя показать.
       *[other] { $name }: прислано что-то другое ({ $kind }). Здесь это нельзя показать.
    }
uncarried-named = { uncarried } ({ $file })
late-note = Это написано раньше, но пришло с опозданием.
shared-location = { $name } делится местом: { $link }
shared-location-named = { $name } делится местом, { $title }: { $link }
shared-contact = { $name } делится контактом: { $contact }, { $phone }
shared-poll = { $name }, опрос: { $question } ({ $options })
shared-dice = { $name }, бросок { $emoji }: { $value }
in-answer-to = В ответ на { $name }: «{ $words }»
file-linked = { $file } ({ $size }): файл слишком велик, чтобы показать его здесь. Неделю его можно получить по ссылке: { $link }
file-too-big-for-platform = К этому был приложен файл, он слишком велик, чтобы показать его здесь: { $file } ({ $size })
file-gone = К этому был приложен файл, получить его не удалось: { $file }
file-too-big = К этому был приложен файл, он слишком велик для передачи: { $file }
edited = изменено
deleted-yours = Готово: сообщение отозвано.
delete-what = Чтобы отозвать сообщение, ответьте на него командой `/delete`: на одно из ваших собственных здесь.
edited-shown = Изменено: { $before } → { $after }
edited-shown-late = Изменено после вашего ответа: { $before } → { $after }
edited-late = { $name } меняет сообщение после вашего ответа: { $before } → { $after }
deleted-by-requester = { $name } удаляет сообщение.
deleted-late = { $name } удаляет сообщение, на которое вы уже ответили.
deleted-by-author = Автор удалил это сообщение.
file-not-taken-back = Удалённое сообщение отправлено слишком давно, и отозвать его файл нельзя: там, куда он был отправлен, его всё ещё можно открыть.

## what happened to a ticket

taken = Заявку взял(а) { $name }.
assigned = { $by } передаёт заявку: { $name }.
unassigned = Теперь у заявки нет исполнителя.
priority-changed = { $by } меняет приоритет: { $priority }.
status-changed = { $by } меняет статус: { $status }.
resolved-by = { $by } отмечает заявку решённой.
resolved-for-requester = Мы считаем, что **{ $key }** решена. Если это не так, просто напишите сюда, и она откроется снова.
resolved-by-yourself = Заявка **{ $key }** отмечена как решённая. Если рано, просто напишите сюда, и она откроется снова.
resolved-for-watcher = { $name } говорит, что **{ $key }** решена.
closed-by-you = Заявка **{ $key }** закрыта. Если рано, просто напишите сюда, и она откроется снова.
resolved-by-requester = { $name } сообщает, что вопрос решён.
reopened-by = { $by } открывает заявку снова.
reopened-for-requester = **{ $key }** снова открыта. Мы ответим вам здесь.
assigned-by-turn = По очереди: { $name }. Заявка назначена автоматически.
unassigned-left = { $name } больше здесь не работает. Теперь у заявки нет исполнителя.
subject-changed = { $by } — новая тема: { $subject }
type-changed = { $by } — новый тип: { $type }.
category-set = { $by } — категория: { $category }.
field-changed = { $by } — поле { $field }: { $value }.
field-yes = { $by } — поле { $field }: да.
field-no = { $by } — поле { $field }: нет.
field-cleared = { $by } — поле { $field } теперь пустое.
field-set = Готово: в **{ $key }** теперь так.
queue-mine = **У вас в работе** ({ $count })
queue-unassigned = **Пока ничьи** ({ $count })
queue-due = **Ближайшие сроки** ({ $count })
queue-waiting = **Ваши, которые ждут других** ({ $count })
queue-empty = Этот список пуст.
queue-line = **{ $key }** · { $subject } · { $status }
queue-line-due = **{ $key }** · { $subject } · { $status } · срок { $due }
home-new = Новая заявка
home-own = **Ваши заявки** ({ $count })
home-own-none = У вас нет открытых заявок. Нажмите кнопку, чтобы спросить, или просто напишите мне.
find-how = Напишите, что искать, например `find счёт март` или часть ключа.
find-none = Среди того, что вам видно, нет ничего со всеми этими словами.
find-head =
    { $count ->
        [one] Найдена { $count } заявка:
        [few] Найдены { $count } заявки:
        [many] Найдено { $count } заявок:
       *[other] Найдено { $count } заявки:
    }
find-more = … и ещё { $count }. С ещё одним словом найдётся меньше.
roadmap-head = Что запланировано
roadmap-empty = Из того, что вам видно, пока ничего не запланировано.
roadmap-part = **{ $when }**
roadmap-line = **{ $key }** · { $subject } · { $status }
card-planned = Запланировано на
planned-for = Новость по **{ $key }**: запланировано на { $release }.
category-cleared = { $by } — категория снята.
requester-changed = { $by } — новый заявитель: { $name }. Прежние сообщения ему не показаны.
no-longer-yours = Заявка **{ $key }** продолжится без вас. Если что-то нужно, просто спросите заново.
desk-moved = { $by } — заявка передана сюда из: { $desk }.
channel-moved = { $by } — заявка перенесена в этот канал. Последние сообщения выше.
moved-away = { $by } — заявка перенесена в другой канал и продолжается там.
snoozed-until = { $by } — заявка отложена до { $until }.
woken-due = Время пришло: заявка снова здесь.
woken-by = { $by } — заявка больше не отложена.
made-private = { $by } — заявка доступна только: { $names }. Пишите заявителю здесь, в личном чате.
private-still-watched = Со стороны заявителя заявку по-прежнему читают: { $names }. `/ticket unwatch` убирает участника.
private-from-now = Теперь эта заявка закрыта для остальных. То, что здесь написал бот, удалено; она продолжается в чатах тех, кому доступна.
private-goes-on-elsewhere = Эта заявка теперь закрыта: написанное здесь сохранено как заметка и не отправлено. Она продолжается в чатах тех, кому доступна.
made-public = { $by } — заявка снова доступна всем сотрудникам.
watcher-added = { $by } добавляет участника в **{ $key }**: { $name }. Участник читает переписку с заявителем и может писать.
watcher-came = { $name } теперь читает **{ $key }** и может писать.
watcher-left = { $name } больше не участвует в **{ $key }**.
watcher-removed = { $by } убирает участника из **{ $key }**: { $name }.
watching-brought = { $by } добавляет вас в **{ $key }** { $subject }
watching-now = Вы теперь читаете **{ $key }** { $subject }
watching-merged = **{ $from }** продолжается в **{ $key }** { $subject }, и вы вместе с ней.
watching-how-thread = Всё, что вы напишете в этой ветке, увидят все участники переписки, с вашим именем.
watching-so-far = Ниже последние сообщения.
watching-how-chat = Ответьте на одно из сообщений, и это увидят все участники переписки, с вашим именем. Выйти: `/unwatch { $key }`.
watching-over = Вы больше не участвуете в **{ $key }**.
watch-done = Готово: **{ $key }** теперь читают также: { $names }.
watch-already = **{ $key }** уже читают: { $names }.
watch-whom = Назовите коллегу, чтобы добавить: `/ticket watch { $key } @kim`
watch-link = Передайте эту ссылку тем, кого хотите добавить в **{ $key }**: { $link } Мест по ней: { $people }, дней она действует: { $days }. Вошедшие читают переписку и могут писать; о каждом вам сообщат.
watched-by = Кто читает **{ $key }**:
watched-by-nobody = Больше никто не читает **{ $key }**.
watched-not-by-them = Этот человек не участвует в **{ $key }**.
unwatch-done = Готово: этот человек больше не участвует в **{ $key }**.
requester-blocked = { $by } — заявитель { $name } заблокирован. Что он пишет, сохраняется, но дальше не идёт.
requester-unblocked = { $by } — заявитель { $name } разблокирован.
blocked-told = Эта служба больше не принимает от вас сообщений. Написанное сохранено.
limit-kept =
    { $minutes ->
        [one] Слишком много сразу. Ничего не потеряно: написанное сохранено и будет принято в течение { $minutes } минуты.
        [few] Слишком много сразу. Ничего не потеряно: написанное сохранено и будет принято в течение { $minutes } минут.
        [many] Слишком много сразу. Ничего не потеряно: написанное сохранено и будет принято в течение { $minutes } минут.
       *[other] Слишком много сразу. Ничего не потеряно: написанное сохранено и будет принято в течение { $minutes } минуты.
    }
heard-late = Простите, какое-то время мы вас не слышали. Написанное вами теперь дошло, и время считается с момента, когда вы это написали.

## time: promises, silence, ratings

card-due-first-response = Срок первого ответа
card-due-next-response = Срок ответа
card-due-resolution = Срок решения
breach-warned =
    { WORD($promise) ->
        [first-response] Скоро срок первого ответа: { $due }.
        [next-response] Скоро срок ответа: { $due }.
       *[other] Скоро срок решения: { $due }.
    }
breached =
    { WORD($promise) ->
        [first-response] Срок первого ответа истёк { $due }.
        [next-response] Срок ответа истёк { $due }.
       *[other] Срок решения истёк { $due }.
    }
breach-retracted =
    { WORD($promise) ->
        [first-response] Поправка: первый ответ был дан вовремя, но сообщение о нём пришло поздно.
        [next-response] Поправка: ответ был дан вовремя, но сообщение о нём пришло поздно.
       *[other] Поправка: решение было вовремя, но сообщение о нём пришло поздно.
    }
escalated =
    { WORD($promise) ->
        [first-response] Первого ответа всё ещё нет.
        [next-response] Ответа всё ещё нет.
       *[other] Решения всё ещё нет.
    }
undelivered =
    { $posts ->
        [one] Не доставлено { $posts } сообщение.
        [few] Не доставлено { $posts } сообщения.
        [many] Не доставлено { $posts } сообщений.
       *[other] Не доставлено { $posts } сообщения.
    }
deliveries-retried =
    { $posts ->
        [one] { $by } отправляет снова { $posts } сообщение.
        [few] { $by } отправляет снова { $posts } сообщения.
        [many] { $by } отправляет снова { $posts } сообщений.
       *[other] { $by } отправляет снова { $posts } сообщения.
    }
button-retry = Отправить снова
escalation-acknowledged = { $by } видит опоздание и занимается заявкой.
for-somebody = Кому: { $name }
digest-head =
    { $count ->
        [one] { $count } заявка ждёт внимания
        [few] { $count } заявки ждут внимания
        [many] { $count } заявок ждут внимания
       *[other] { $count } заявки ждут внимания
    }
digest-warned =
    { WORD($promise) ->
        [first-response] **{ $key }** { $subject }: первый ответ нужен к { $due }.
        [next-response] **{ $key }** { $subject }: ответ нужен к { $due }.
       *[other] **{ $key }** { $subject }: решение нужно к { $due }.
    }
digest-late =
    { WORD($promise) ->
        [first-response] **{ $key }** { $subject }: первый ответ просрочен с { $due }.
        [next-response] **{ $key }** { $subject }: ответ просрочен с { $due }.
       *[other] **{ $key }** { $subject }: решение просрочено с { $due }.
    }
digest-more = … и ещё { $count }.
button-acknowledge = Занимаюсь
button-acknowledge-key = { $key }: занимаюсь
button-why = Почему?
button-no-reply-needed = Ответ не нужен
quiet-set = Теперь вас не зовут в часы { $hours } ({ $zone }). `/desk quiet off` отменит это.
quiet-off = Своих тихих часов у вас больше нет: вас не зовут вне часов работы.
quiet-how = Напишите, когда вас не звать, например `/desk quiet 22-7`, или `/desk quiet off`.
why-head = { $key }: что обещано и как шло время (тариф { $plan }, приоритет { $priority }, часы { $zone })
why-category = Для категории { $category } тариф { $plan } считает часы календаря { $calendar }.
why-nothing = По этой заявке ничего не обещано.
why-clock =
    { WORD($promise) ->
        [first-response] **Первый ответ**: { $target } по календарю { $calendar }, с { $since }.
        [next-response] **Ответ**: { $target } по календарю { $calendar }, с { $since }.
       *[other] **Решение**: { $target } по календарю { $calendar }, с { $since }.
    }
why-due = Срок { $due }.
why-late = Срок был { $due }, он истёк.
why-met = Сделано { $stopped }; срок был { $due }.
why-paused = Время стоит, пока статус { $status }.
why-asleep = Тариф { $plan } ничего не обещает для приоритета { $priority }.
why-cancelled = Больше не считается.
why-segment = { $from } – { $to }  { $length }  { WORD($state) ->
        [running] идёт
        [paused] стоит: { $because }
        [holiday] праздник: { $because }
       *[other] вне часов { $because }
    }
why-earlier =
    { $count ->
        [one] … { $count } более ранний отрезок опущен.
        [few] … { $count } более ранних отрезка опущены.
        [many] … { $count } более ранних отрезков опущено.
       *[other] … { $count } более раннего отрезка опущено.
    }
why-used = Использовано { $used } из { $target }.
no-reply-needed = { $by } считает, что последнее сообщение не требует ответа.
requester-reminded = Заявителю напомнили, что мы ждём ответа.
silence-reminder = Мы ждём вашего ответа по **{ $key }**. Вопрос решён?
silence-reminder-until = Мы ждём вашего ответа по **{ $key }**. Если ответа не будет, мы закроем её { $until }.
help-still-needed = { $by } сообщает, что проблема ещё не решена.
help-is-coming = Спасибо. **{ $key }** остаётся открытой, и те, кто ею занимается, знают, что вам ещё нужна помощь.
silence-halted = Предупреждение о закрытии не дошло до заявителя, поэтому заявка остаётся открытой. Свяжитесь иначе или закройте её.
silence-halted-unheard = Последний ответ не дошёл до заявителя, поэтому заявка остаётся открытой. Свяжитесь иначе или закройте её.
silence-closes = Если ответа не будет, мы закроем заявку { $until }.
closed-by-silence = Ответа не было, поэтому **{ $key }** закрыта. Напишите сюда, и она откроется снова.
cancelled-by-silence = Ответа не было, поэтому **{ $key }** отменена. Напишите сюда, и она откроется снова.
closed-by-silence-here = Закрыта: заявитель не ответил.
cancelled-by-silence-here = Отменена: заявитель не ответил.
plan-changed = { $by } меняет тариф на { $plan }.
history-closed = закрыта окончательно
history-rating-asked = заявителя попросили об оценке
history-rating-lapsed = заявителя не успели спросить ещё раз
history-rating-comment = { $name } комментирует оценку
rating-question = Как вам наш ответ по **{ $key }** ({ $subject })? 1 — хуже всего, { $scale } — лучше всего.
rating-question-again = Нам всё ещё важно знать: как вам наш ответ по **{ $key }** ({ $subject })? 1 — хуже всего, { $scale } — лучше всего. Больше спрашивать не будем.
rating-given = Ваша оценка ответа по **{ $key }**: { $score } из { $scale }. Чтобы изменить её, нажмите другую.
rating-comment-how =
    { $minutes ->
        [one] Напишите его сейчас: следующее, что вы напишете здесь за { $minutes } минуту, приложим к оценке **{ $key }**.
        [few] Напишите его сейчас: следующее, что вы напишете здесь за { $minutes } минуты, приложим к оценке **{ $key }**.
        [many] Напишите его сейчас: следующее, что вы напишете здесь за { $minutes } минут, приложим к оценке **{ $key }**.
       *[other] Напишите его сейчас: следующее, что вы напишете здесь за { $minutes } минуты, приложим к оценке **{ $key }**.
    }
rating-comment-kept = Спасибо! Те, кто вам отвечал, прочтут ваш комментарий.
rating-comment-by = { $name } об оценке
button-rating-comment = Добавить комментарий
button-rating-no-comment = Без комментария
form-rating-comment-title = Комментарий к оценке
field-rating-comment = Что было хорошо, а что нет?
rated = { $name } оценивает ответ: { $score } из { $scale }.
rated-anew = { $name } меняет оценку ответа: было { $before }, стало { $score }.
refusal-only-the-requester-rates = Оценить { $key } может только тот, кто спрашивал.
refusal-rating-is-over = Время для оценки { $key } истекло.
button-solved = Решено
refusal-no-such-plan = В этой службе нет тарифа { $plan }.
refusal-priority-not-offered = Тариф { $plan } не предлагает этот приоритет. Он предлагает: { $allowed }.
back-at = Сейчас никого нет. Мы вернёмся { $at }.
merged = { $by } объединяет эту заявку с { $into }. Дальше всё там.
merged-in = { $by } объединяет { $key } с этой заявкой.
merged-for-requester = **{ $key }** о том же, что и **{ $into }**, и продолжается там. Просто пишите дальше.
merged-now = { $key } продолжается в { $into }.
merged-older = { $key } создана раньше: время, ушедшее на её решение, больше не считается. Чтобы продолжить в { $key }, отмените объединение, затем объедините { $into } с { $key }.
unmerged = { $by } отменяет объединение: эта заявка снова сама по себе, отдельно от { $key }.
merge-undone = { $by } отменяет объединение: { $key } снова сама по себе. Написанное здесь с тех пор остаётся здесь.
unmerged-for-requester = **{ $key }** снова отдельная заявка, не часть **{ $from }**. Просто пишите дальше здесь.
unmerged-now = { $key } снова сама по себе, отдельно от { $from }.
linked =
    { WORD($kind) ->
        [duplicate-of] { $by } связывает заявки: эта повторяет { $key }.
        [has-duplicate] { $by } связывает заявки: { $key } повторяет эту.
        [follow-up-of] Эта заявка продолжает { $key }, говорит { $by }.
        [has-follow-up] Эта заявка продолжается в { $key }, говорит { $by }.
        [caused-by] { $by } связывает заявки: эта вызвана { $key }.
        [causes] { $by } связывает заявки: эта вызвала { $key }.
        [split-from] { $by } выделяет эту заявку из { $key }.
        [has-split] { $by } делает из части этой заявки отдельную: { $key }.
       *[other] { $by } связывает эту заявку с { $key }.
    }
unlinked = { $by } убирает связь с { $key }.
linked-now = { $key } связана с { $other }.
unlinked-now = { $key } и { $other } больше не связаны.
linked-moved = Статус заявки { $key }, связанной с этой, изменился.
tagged = { $by } ставит метки: { $tags }
untagged = { $by } снимает метки: { $tags }
tags-now = Метки { $key }: { $tags }
tags-none = У { $key } нет меток.
split-choose = Новая заявка из { $key }, с сообщения «{ $words }». Что в неё взять?
split-which = С какого сообщения { $key } начать новую заявку?
split-now = { $key } выделена из { $from }, заявителю сообщено.
relate-how =
    Связи заявок задают такие команды:

    - `{ $command } link DEMO-17 to DEMO-12 as duplicate` (или `follow-up`, `caused by`, `related`)
    - `{ $command } unlink DEMO-17 from DEMO-12`
    - `{ $command } tag DEMO-17 принтер vip` и `{ $command } untag DEMO-17 vip`
    - `{ $command } list tag:принтер` найдёт их снова
    - `{ $command } split DEMO-17` сделает из сообщения отдельную заявку
    - `{ $command } unmerge DEMO-17` отменит объединение
macro-which = Какую заготовку отправить заявителю { $key }?
macro-shown = Это уйдёт заявителю { $key }:
macro-copy = Скопируйте, заполните { $blanks } и отправьте в теме { $key }, начав с `>>`:
report-head = **Как было с { $from } до { $to }** ({ $zone })
report-volume = Открыто { $opened }, решено { $resolved }, в работе { $backlog }.
report-promise =
    { WORD($promise) ->
        [first-response] **Первый ответ**: медиана { $median }, девять из десяти за { $p90 }; в срок { $share } (выполнено { $met }, нарушено { $breached }, не считается { $cancelled }).
        [next-response] **Следующий ответ**: медиана { $median }, девять из десяти за { $p90 }; в срок { $share } (выполнено { $met }, нарушено { $breached }, не считается { $cancelled }).
       *[other] **Решение**: медиана { $median }, девять из десяти за { $p90 }; в срок { $share } (выполнено { $met }, нарушено { $breached }, не считается { $cancelled }).
    }
report-rating = **Оценка**: { $average } из 5 (ответов: { $count }).
report-by-desk = **По службам**
report-by-type = **По видам**
report-by-priority = **По приоритетам**
report-by-category = **По категориям**
report-by-tag = **По меткам**
report-by-plan = **По тарифам**
report-by-agent = **По сотрудникам**
report-group = { $name }: открыто { $opened }, решено { $resolved }, в работе { $backlog }; первый ответ { $first }, в срок { $share }; решение { $solved }; оценка { $average }
report-group-nobody = Ничьи: открыто { $opened }, решено { $resolved }, в работе { $backlog }; первый ответ { $first }, в срок { $share }; решение { $solved }; оценка { $average }
report-more = … и ещё { $count }.
report-cut = Заявок было больше: учтены только последние { $count }.
report-csv = Тот же отчёт в CSV, для владельца службы: `npm run desk -- report --csv --{ $over }`
refusal-merged-with-itself = { $key } нельзя объединить с самой собой.
refusal-requesters-differ = { $key } и { $into } от разных людей, и ни один не должен читать написанное другим. Ответьте каждому отдельно.
refusal-too-many-watchers = Читающих { $key } уже { $most }, больше нельзя. Сначала уберите кого-нибудь.
refusal-only-colleagues = Можно добавить людей из вашего рабочего пространства: назовите их через @имя. Для других попросите службу поддержки.
refusal-watcher-is-blocked = Этого человека нельзя добавить в { $key }.
refusal-invitation-is-over = Эта ссылка больше не действует. Попросите новую или просто напишите, что вам нужно.
refusal-not-merged = { $key } не объединена с другой заявкой.
refusal-linked-with-itself = { $key } нельзя связать с самой собой.
refusal-not-linked = { $key } и { $other } не связаны.
refusal-too-many-links = У { $key } уже слишком много связей. Сначала уберите одну.
refusal-not-a-tag = { error-not-a-tag }
refusal-too-many-tags = У { $key } было бы больше меток, чем можно ({ $max }). Сначала снимите лишние.
refusal-nothing-to-split = Отдельную заявку можно сделать только из сообщения заявителя.
refusal-split-of-private = { $key } закрытая, а новую заявку увидят все. Сначала откройте её всем сотрудникам.
refusal-move-of-private = { $key } закрытая, и никто из тех, кому она открыта, не работает в другой службе. Сначала откройте её всем сотрудникам.
refusal-no-such-macro = В этой службе такой заготовки больше нет.
refusal-no-reply-owed = По { $key } никто не ждёт ответа.
refusal-nothing-undelivered = Здесь больше нечего отправлять снова.
refusal-not-taken-in = Принять это не удалось: ошибка на нашей стороне. Всё сохранено, и те, кто отвечает за работу службы, об этом узнают. Если дело срочное, попробуйте, пожалуйста, по-другому.

## what cannot be done

not-an-agent = Это могут делать только сотрудники { $desk }.
stranger-refused = Это вам делать нельзя. Если нужна помощь, откройте свою заявку.
already-taken = Заявку { $key } уже ведёт { $name }.
closed-already = { $key } уже закрыта.
ticket-is-closed = { $key } закрыта окончательно. Если есть что добавить, откройте новую заявку.
ticket-not-found = Среди ваших заявок нет { $key }. Верен ли номер?
nothing-to-close = У вас нет открытых заявок.
nothing-to-cancel = Сейчас нет формы, которую можно прервать.
not-allowed = Ваша роль этого не позволяет: { $act }
transition-needs = Сначала заполните, пожалуйста: { $fields }
refusal-already-taken = { already-taken }
refusal-not-allowed = Ваша роль этого не позволяет.
refusal-not-an-agent = Это могут делать только сотрудники этой службы.
refusal-ticket-is-closed = { ticket-is-closed }
refusal-ticket-not-found = { ticket-not-found }
refusal-transition-not-allowed = Отсюда заявку нельзя перевести в статус { $status }.
refusal-transition-needs = { transition-needs }
refusal-no-such-status = В этой службе нет статуса { $status }.
refusal-no-such-priority = В этой службе нет приоритета { $priority }.
refusal-no-such-person = Этому человеку нельзя передать заявки этой службы.
refusal-no-such-desk = Для этого места нет службы поддержки. Попросите того, кто её ведёт, указать этот канал.
refusal-button-is-stale = Эта кнопка устарела. Нужные кнопки есть в последнем сообщении.
refusal-nothing-to-undo = За последние 10 секунд вы никому не отвечали. Удалите своё сообщение в ветке, когда захотите: копия у заявителя исчезнет тоже.
refusal-draft-is-gone = Этой формы больше нет. Начните, пожалуйста, заново.
refusal-answers-incomplete = Чего-то ещё не хватает. Посмотрите, пожалуйста, форму ещё раз.
refusal-raised-already = { raised-already }
refusal-channel-is-shared = Этот канал читают люди другой компании, поэтому заметки здесь не сохраняются. Сначала откройте заявку отдельным коллегам («Изменить») и пишите там.
refusal-earlier-unseen = Я не могу прочитать эту ветку. Пригласите меня в канал и проверьте, что приложению можно читать его историю (`npm run desk -- doctor`); потом нажмите ещё раз.
refusal-earlier-not-theirs = Переносить сообщения может только тот, кто сам читает эту ветку.
refusal-earlier-not-now = Сказанное раньше сейчас не прочитать. Ничего не потеряно; нажмите ещё раз через минуту.
refusal-ticket-is-private = Заявка { $key } закрыта. Спросите тех, кому она доступна.
refusal-no-such-type = В этой службе нет типа { $type }.
refusal-no-such-category = В этой службе нет категории { $category }.
refusal-only-agents-resolve = **{ $key }** закрывают те, кто ей занимается, когда проблема решена. Если это уже так, напишите им там.
refusal-private-not-here = Заявка { $key } закрытая, а эту группу читают все. Спросите о ней меня в личном чате.
refusal-no-such-field = У этой заявки нет поля { $field }. Есть поля: { $fields }.
refusal-no-such-channel = Это не канал этой службы.
refusal-no-such-requester = По этим данным никто не известен. Укажите человека, ключ заявки или номер Telegram того, кто писал боту.
refusal-snooze-is-past = { error-time-is-past }
refusal-requester-is-blocked = { blocked-told }

## looking things up

assign-whom = Кому передать **{ $key }**?
which-ticket = У вас несколько открытых заявок. К какой это относится?
which-ticket-to-close = Какую заявку закрыть?
which-ticket-button = { $key } { $subject }
picked = Это относится к **{ $key }**.
picked-new = Из этого будет новая заявка.
list-empty = У вас нет открытых заявок.
list-head =
    { $count ->
        [one] У вас { $count } открытая заявка:
        [few] У вас { $count } открытые заявки:
        [many] У вас { $count } открытых заявок:
       *[other] У вас { $count } открытой заявки:
    }
list-line = **{ $key }** { $subject } ({ $status })
list-line-watched = **{ $key }** { $subject } ({ $status }), вы участвуете
list-tagged =
    { $count ->
        [0] Нет открытых заявок с меткой { $tag }.
        [one] { $count } открытая заявка с меткой { $tag }:
        [few] { $count } открытые заявки с меткой { $tag }:
        [many] { $count } открытых заявок с меткой { $tag }:
       *[other] { $count } открытой заявки с меткой { $tag }:
    }
status-card = **{ $key }** { $subject }
    Статус: { $status }
    Исполнитель: { $assignee }
    Чей ход: { $turn }
history-head = История { $key } (время: { $zone })
history-line = { $time } { $what }
history-opened = { $by } — заявка открыта.
history-opened-for = { $by } — заявка открыта, заявитель: { $name }.
history-asked = { $by } — сообщение.
history-answered = { $by } — ответ.
history-noted = { $by } — заметка.
history-withdrawn = { $by } — ответ отозван.
history-edited = { $by } — сообщение изменено.
history-deleted = Сообщение удалено.
history-status = Новый статус: { $status }.
history-resolved = { $by } — решена.
history-reopened = { $by } — открыта снова.
history-requester = { $by } — новый заявитель: { $name }.
history-private = { $by } — доступна только: { $names }.
history-watcher-added = { $by } добавляет участника { $name }.
history-watcher-removed = { $by } убирает участника { $name }.
history-desk = { $by } — передана в: { $desk }.
history-channel = { $by } — перенесена в другой канал.
history-channel-renumbered = Группа сотрудников стала супергруппой.
history-woken = Больше не отложена.
history-kept = { $by } — сообщение при блокировке, сохранено.

## organisations

resolved-by-colleague = { $name } считает, что **{ $key }** решена. Если это не так, просто напишите здесь, и она откроется снова.
watched-already = **{ $key }** там уже читают.
company-head =
    { $count ->
        [one] У вашей организации { $count } заявка:
        [few] У вашей организации { $count } заявки:
        [many] У вашей организации { $count } заявок:
       *[other] У вашей организации { $count } заявки:
    }
company-line = **{ $key }** { $subject } · { $status } · { $name }
company-empty = У вашей организации нет открытых заявок.
company-sees-nothing = Здесь вы видите только свои заявки: их покажет `list` или `/tickets`.
organisation-needed-slack =
    { $desk } работает для людей своих клиентов, а чей вы, мне пока неизвестно. Войти можно тремя путями:

    - спросите в канале, общем для вашей компании и нас
    - напишите `/ticket email you@your-company.com` со своим рабочим адресом, и здесь его подтвердят
    - обратитесь к тем, кого вы знаете в поддержке
organisation-needed-telegram =
    { $desk } работает для людей своих клиентов, а чей вы, мне пока неизвестно. Войти можно двумя путями:

    - откройте ссылку-приглашение, которую ваша компания получила от нас
    - напишите `/email you@your-company.com` со своим рабочим адресом, и здесь его подтвердят
organisation-kept = Написанное сохранено и пойдёт дальше само, как только вы войдёте.
organisation-joined = Добро пожаловать! Теперь в { $desk } вы представляете организацию { $organisation }. Пишите здесь, что вам нужно.
organisation-is-yours = Здесь вы уже представляете организацию { $organisation }. Если это не так, напишите нам в заявке.
invitation-is-over = Это приглашение недействительно. Попросите новое у того, кто его дал.
email-claimed = { $name } называет своим адрес { $email }. Это ничем не подтверждено: у поддержки пока нет почты, чтобы спросить по этому адресу.
email-claimed-of = Домен { $domain } принадлежит организации { $organisation }. Это действительно её человек?
email-claimed-unknown = Домен { $domain } здесь не принадлежит никакой организации. Если должен, сначала: `/desk org domain NAME { $domain }`
email-claimed-told = Спасибо. В поддержке посмотрят, ваш ли это адрес: { $email }. Письмо мы туда пока отправить не можем. Ответ придёт сюда.
email-claimed-just-now = Вы только что назвали адрес. Подождите минуту, прежде чем назвать другой.
email-not-needed = Адрес здесь не нужен: просто напишите, что вам нужно.
email-confirmed = { $by } подтверждает { $email }: теперь { $name } представляет организацию { $organisation }.
email-declined = { $by } отклоняет { $email }; адрес назвал(а) { $name }.
email-declined-told = Подтвердить { $email } не удалось. Попросите у своей компании ссылку-приглашение или назовите другой адрес.
button-confirm-email = Подтвердить
button-decline-email = Отклонить
organisation-how =
    Что можно сказать об организациях:

    - `/desk org list` и `/desk org who Acme`
    - `/desk org add Acme gold` с тарифом и `/desk org plan Acme basic`, чтобы его сменить
    - `/desk org domain Acme acme.example`, `channel Acme #acme` (или `here`), `workspace Acme T012ABC`: кто приходит отсюда, тот её представляет
    - `/desk org person Acme @somebody` (или ключ заявки этого человека)
    - `/desk org invite Acme 14 25` сделает ссылку для Telegram: на 14 дней и 25 человек; `revoke Acme` закроет все её ссылки
    - `/desk org remove domain acme.example` (`channel`, `workspace`, `person @somebody`); `remove Acme` убирает организацию целиком
organisations-none = Организаций пока нет. Новую сделает `/desk org add Acme`.
organisations-head =
    { $count ->
        [one] { $count } организация:
        [few] { $count } организации:
        [many] { $count } организаций:
       *[other] { $count } организации:
    }
organisation-line =
    { $count ->
        [one] - **{ $organisation }**, тариф { $plan }, { $count } человек
        [few] - **{ $organisation }**, тариф { $plan }, { $count } человека
        [many] - **{ $organisation }**, тариф { $plan }, { $count } человек
       *[other] - **{ $organisation }**, тариф { $plan }, { $count } человека
    }
organisation-people =
    { $count ->
        [0] **{ $organisation }**: пока никого.
        [one] **{ $organisation }**, { $count } человек:
        [few] **{ $organisation }**, { $count } человека:
        [many] **{ $organisation }**, { $count } человек:
       *[other] **{ $organisation }**, { $count } человека:
    }
organisation-person = - { $name } ({ WORD($via) ->
        [workspace] по рабочему пространству
        [channel] по каналу
        [profile-email] по адресу в Slack
        [confirmed-email] по адресу, который подтвердил сотрудник
        [invitation] по приглашению
       *[other] так сказал сотрудник
    })
organisation-rule = - { WORD($kind) ->
        [workspace] рабочее пространство { $value }
        [channel] канал { $value }
       *[other] домен почты { $value }
    }
organisation-invitation = - приглашение до { $until }: пришли { $uses } из { $people }
organisation-added = Организация **{ $organisation }** добавлена, тариф { $plan }. Скажите, кто её представляет: `/desk org domain`, `channel`, `workspace` или `invite`.
organisation-plan = У организации **{ $organisation }** теперь тариф { $plan }. По открытым заявкам остаётся то, что было обещано; следующие получат новый тариф.
organisation-rule-added = Кто приходит через { WORD($kind) ->
        [workspace] рабочее пространство { $value }
        [channel] канал { $value }
       *[other] подтверждённый адрес в { $value }
    }, тот представляет организацию **{ $organisation }**.
organisation-rule-removed = { $value } больше не признак организации, и кто пришёл так, тот в ней больше не состоит.
organisation-no-rule = { $value } не принадлежит никакой организации.
organisation-has = Теперь { $name } представляет организацию **{ $organisation }**.
organisation-lost = { $name } больше не представляет никакую организацию.
organisation-lost-none = { $name } и так не представляет никакую организацию.
organisation-invite = Приглашение организации **{ $organisation }**, мест: { $people }, до { $until }: { $link } Оно показано только сейчас; войдёт всякий, у кого оно есть.
organisation-revoked =
    { $count ->
        [0] У организации **{ $organisation }** нет открытых приглашений.
        [one] Закрыто { $count } приглашение организации **{ $organisation }**.
        [few] Закрыто { $count } приглашения организации **{ $organisation }**.
        [many] Закрыто { $count } приглашений организации **{ $organisation }**.
       *[other] Закрыто { $count } приглашения организации **{ $organisation }**.
    }
organisation-removed = Организация **{ $organisation }** убрана, её люди больше не представляют никакую. Её заявки остаются.
refusal-no-such-organisation = Организации { $organisation } нет. Есть: { $allowed }.
refusal-organisation-is-there = Организация { $organisation } уже есть.
refusal-rule-is-taken = { $value } принадлежит { $organisation }. Сначала: `/desk org remove { $kind } { $value }`
refusal-rule-is-odd =
    { WORD($kind) ->
        [workspace] { $value } — не рабочее пространство. Напишите его номер, как `T012ABCDE`: он стоит в адресе, когда Slack открыт в браузере.
        [channel] { $value } — не канал. Назовите его через #, напишите `here` или его номер, как `C012ABCDE`.
       *[other] { $value } — не домен почты. Напишите его как `acme.example`.
    }
refusal-domain-is-public = Адрес в { $value } может быть у каждого: о компании он ничего не говорит.
refusal-domain-is-unknown = { $domain } здесь не принадлежит никакой организации. Сначала: `/desk org domain NAME { $domain }`
refusal-no-invitations = Приглашения — это ссылки на бота в Telegram, а здесь он не работает. Добавляйте людей по домену, каналу или рабочему пространству.
refusal-claim-is-decided = Это уже решено.
refusal-not-a-colleague = В вашей организации нет известного здесь человека по имени { $name }.
refusal-sees-only = Вы можете читать { $key }; что с ней делать, решает ваш коллега, который спросил.
command-watch = Заявка коллеги и здесь
command-share = Открыть вашу заявку коллеге
command-email = Ваш рабочий адрес, чтобы войти
operator-organisations = организации: спрашивают только их люди: { $required }; видят все свои заявки: { $see }; пишут в них: { $write }; делятся одной: { $share }
operator-import-how = npm run desk -- organisations import FILE.csv [--dry-run]. В первой строке названия столбцов: name, plan, domains, channels, workspaces, desk; несколько значений в ячейке разделяются пробелами.
operator-import-fault = строка { $line }: { $fault }
operator-import-same = строка { $line }: { $organisation } без изменений
operator-import-new = строка { $line }: новая организация { $organisation }, тариф { $plan }
operator-import-plan = строка { $line }: { $organisation } переходит с тарифа { $before } на { $plan }; открытые заявки остаются при своём
operator-import-rule = строка { $line }: { $kind } { $value } принадлежит { $organisation }
operator-import-dry =
    { $count ->
        [one] Было бы { $count } изменение. Без --dry-run оно будет сделано.
        [few] Было бы { $count } изменения. Без --dry-run они будут сделаны.
        [many] Было бы { $count } изменений. Без --dry-run они будут сделаны.
       *[other] Было бы { $count } изменения. Без --dry-run они будут сделаны.
    }
operator-import-done =
    { $count ->
        [one] Сделано { $count } изменение.
        [few] Сделано { $count } изменения.
        [many] Сделано { $count } изменений.
       *[other] Сделано { $count } изменения.
    }
operator-import-nothing = Менять нечего.
import-no-file = { $file } не читается. Исправьте путь.
import-no-column = нет столбца name. В первой строке названия столбцов: { $allowed }.
import-unknown-column = столбца { $column } не бывает. Назовите его одним из: { $allowed }.
import-quote = кавычка не закрыта. Закройте её или удвойте там, где она нужна.
import-cells = лишних ячеек: { $count }. Текст с запятой возьмите в кавычки.
import-no-name = нет названия. Напишите его или уберите строку.
import-long-name = название слишком длинное. Сократите его до { $max } знаков.
import-twice = { $organisation } уже стоит в строке { $line }. Соедините их в одну.
import-no-desk = нет службы { $desk }. Напишите одну из: { $allowed }.
import-which-desk = служб несколько. Назовите её в столбце desk: { $allowed }.
import-no-plan = в этой службе нет тарифа { $plan }. Напишите один из: { $allowed }.

## greetings and help

help-slack =
    Что я умею:

    - `{ $command }` открывает форму новой заявки
    - `{ $command } горит принтер` открывает её сразу с темой
    - `{ $command } list` показывает ваши открытые заявки
    - `{ $command } DEMO-17` говорит, как идут дела по заявке
    - `{ $command } close DEMO-17` закрывает решённую заявку
    - `{ $command } watch DEMO-17 @kim` добавляет коллегу, `unwatch` убирает
    - `{ $command } roadmap` показывает, что на когда запланировано
    - `{ $command } find счёт март` ищет в том, что вам видно
    - `{ $command } company` показывает заявки вашей организации, если она их видит; `{ $command } watch DEMO-17` приносит одну вам, `{ $command } share DEMO-17 @somebody` — коллеге
    - `/language` меняет язык, на котором я с вами говорю

    Чтобы сделать заявку из любого сообщения, выберите *Ticket from message* в его меню.
help-slack-agents =
    Вы работаете в поддержке, поэтому ещё:

    - `{ $command } why DEMO-17` скажет, что обещано по заявке и как шло время
    - `{ $command } history DEMO-17` скажет, что с ней было
    - `{ $command } undo` отзывает только что отправленный ответ
    - `{ $command } merge DEMO-17 into DEMO-12` сделает из двух заявок одного человека одну
    - `{ $command } unmerge DEMO-17` отменит это; `{ $command } split DEMO-17` сделает из одной две
    - `{ $command } link DEMO-17 to DEMO-12 as duplicate` покажет на обеих, как они связаны
    - `{ $command } tag DEMO-17 принтер` и `{ $command } list tag:принтер` находят то, что относится друг к другу
    - `{ $command } for @кто-то …` откроет заявку за другого
    - `{ $command } report week` расскажет о неделе
    - `{ $command } set DEMO-17 planned 2026-Q4` заполнит поле заявки
    - `{ $command } set DEMO-17 snooze 2026-12-31 09:00` отложит заявку, `-` вернёт её; так же меняются `subject` (тема), `type` (тип), `category` (категория) и `plan` (тариф)
    - `{ $command } assign DEMO-17 @kim` передаст её кому-то
    - `{ $command } mine`, `unassigned`, `due`, `waiting` — ваши списки
    - `/desk quiet 22-7` скажет, когда вас не звать
    - `/desk org` — об организациях клиентов: какие они и кто в них состоит
help-telegram =
    Просто напишите, что вам нужно, и вам ответят здесь.

    `/new` сначала задаст несколько вопросов
    `/tickets` покажет ваши открытые заявки; `/tickets company` — заявки вашей организации, если она их видит
    `/status DEMO-17` скажет, как идут дела по заявке
    `/close` закроет решённую заявку
    `/watch DEMO-17` даст ссылку, чтобы добавить участника, `/unwatch DEMO-17` выведет из заявки
    `/share DEMO-17 Kim Berg` откроет заявку коллеге, названному по имени, если служба это разрешает
    `/roadmap` покажет, что на когда запланировано
    `/delete` в ответ на ваше сообщение отзывает его: здесь и там, где его читают сотрудники
    `/language` сменит язык
    `/cancel` прервёт заполнение формы
help-telegram-agents =
    Вы работаете в поддержке, поэтому вам доступно ещё:

    `/mine`, `/unassigned`, `/due` и `/waiting`: ваши списки; `/find счёт март` ищет повсюду
    `/why DEMO-17` показывает, что обещано по заявке, `/history DEMO-17`: что с ней было
    `/set DEMO-17 planned 2026-Q4` заполняет поле заявки
    `/set DEMO-17 snooze 2026-12-31 09:00` откладывает заявку, `-` возвращает её; так же меняются `subject` (тема), `type` (тип), `category` (категория) и `plan` (тариф)
    `/assign DEMO-17 Ким` передаёт заявку; без имени можно выбрать, кому
    `/merge DEMO-17 into DEMO-12` делает из двух заявок одного человека одну, `/unmerge DEMO-17` отменяет это
    `/split DEMO-17` делает из сообщения отдельную заявку
    `/link DEMO-17 to DEMO-12 as duplicate` (или `follow-up`, `caused by`, `related`), `/unlink DEMO-17 from DEMO-12`
    `/tag DEMO-17 printer`, `/untag DEMO-17 printer`; `/tagged printer` находит их снова
    `/report week` показывает, какой была неделя, `/undo` забирает назад последний ответ

    В группе сотрудников работает почти всё из этого; в теме заявки её ключ писать не нужно.
language-ask = Сейчас язык общения с вами — { $language }. На каком языке вам удобнее?
language-set = Теперь язык общения с вами — { $language }. Изменить: `/language`
language-auto = Теперь язык берётся из вашего приложения: { $language }. Изменить: `/language`
language-unknown = Здесь не говорят на таком языке: { $wanted }. Можно выбрать: { $allowed }
button-language-auto = Как в приложении
start-greeting = Здравствуйте, { $name }, это { $desk }. Напишите своими словами, что вам нужно, и вам ответят здесь. `/help` покажет, что я ещё умею.
start-in-group = Пожалуйста, напишите мне лично: всё, о чём вы спросите, останется между вами и службой поддержки.
noise-answer = Я здесь. Когда что-то понадобится, просто напишите, что именно, и откроется заявка.
noise-resolved = Спасибо! **{ $key }** остаётся решённой. Если что-то всё ещё не так, напишите, что именно, и она откроется снова.

## what became of a delivery

delivery-refused-blocked = Сообщение не дошло: { $name } блокирует бота или ещё не запускал(а) его. Попробуйте связаться иначе.
delivery-refused-place-gone = Сообщение не дошло: места, куда оно шло, больше нет, или нас туда не пускают. Пригласите бота снова или свяжитесь с человеком иначе.
delivery-refused-not-accepted = Сообщение не дошло: платформа его не принимает ({ $code }). Напишите иначе и отправьте ещё раз.
delivery-unclear = Неизвестно, дошло ли это сообщение. Проверьте, прежде чем отправлять снова.
reply-waits-for = Ваш ответ по **{ $key }** в очереди: платформа ничего не принимает ещё примерно { $seconds } с. Он уйдёт сам.
reply-waits = Ваш ответ по **{ $key }** в очереди: платформа не отвечает. Он уйдёт сам, как только она ответит.
place-moved = Мы не можем писать туда, откуда пришёл вопрос ({ $name }), поэтому заявка продолжается в личном чате.
place-moved-to-dm = Мы не можем писать там, где вы спрашивали, поэтому продолжим здесь.
topic-made-again = Тему этой заявки удалили, поэтому она продолжается здесь. Последние сообщения:
topic-left-behind = Группа стала супергруппой, и прежние темы остались позади. Заявка продолжается здесь. Последние сообщения:
unnamed = Это написано от имени группы или канала: я не вижу, кто это, и заявитель этого не прочтёт. Если вы администратор этой группы, отключите для себя анонимность и напишите ещё раз.

## a form asked question by question

question-progress = Вопрос { $step } из { $total }
question-summary = Готово к отправке: **{ $subject }**
draft-sent = Отправлено, спасибо.
draft-cancelled = Отменено. Ничего не отправлено.

## the commands' menu

command-new = Задать новый вопрос
command-tickets = Ваши открытые заявки
command-status = Как идут дела по заявке
command-close = Закрыть решённую заявку
command-language = Выбрать язык
command-help = Что я умею
command-delete = Отозвать сообщение, на которое вы отвечаете
command-cancel = Прервать заполнение формы
command-start = Начать
command-start-in-group = Напишите мне лично: вопрос останется между нами
command-mine = Заявки у вас в работе
command-unassigned = Заявки без исполнителя
command-due = Ближайшие сроки
command-waiting = Ваши заявки, ждущие других
command-find = Поиск по словам в заявках
command-merge = Сделать из двух заявок одну
command-split = Сделать из сообщения отдельную заявку
command-link = Связать две заявки
command-assign = Передать заявку кому-то
command-set = Изменить поле заявки
command-tag = Поставить метку на заявку
command-tagged = Заявки с меткой
command-undo = Отозвать только что данный ответ
command-why = Что обещано по заявке

## for whoever runs the desk

operator-platform-absent = Для { $platform } нет токена, поэтому эти строки отключены: { $lines }
operator-channel-not-yet = { $desk }: канал { $channel } пока недоступен, его строки ничего не делают.
operator-nobody-moves = { $desk }: никто не может перевести заявку { $ways }: роли { $roles } никому не назначены. Впишите в них id участников.
operator-rung-elsewhere = { $desk }: { $rungs } из эскалации ничего не услышит: на этой платформе никто из службы не работает. Назовите кого-то из { $platform } или channel.
operator-link-too-long = { $desk }: после start= Telegram берёт 64 знака, поэтому эти ссылки никуда не ведут: { $links }. Сократите id.
operator-desk = { $desk }: ключи вида { $prefix }-1, языки { $languages }
operator-triage = сотрудники работают в { $place }
operator-intake = люди спрашивают в { $places }
operator-telegram-intake = клиенты пишут боту в Telegram
operator-links = ссылка на неё: https://t.me/BOT?start={ $desk }; на форму, после start=: { $forms }
operator-route = { $when } идёт в { $place }
operator-type = тип { $type } спрашивает { $fields }
operator-priorities = приоритеты { $priorities }; у новой заявки { $default }
operator-statuses = статусы { $statuses }
operator-moves = переходит сама { $moves }
operator-transitions = переходы только такие: { $moves }
operator-escalation = о нарушенном сроке узнают: { $rungs }
operator-silence = при молчании от { $anchor } в { $statuses }: { $steps }
operator-rating = оценку от 1 до { $scale } спрашиваем через { $after } после решения, срок { $expires }; напоминаем: { $again }; если решило молчание: { $closed }
operator-retention = сказанное в заявке забывается через { $after } после закрытия, всё прочее через 30 дней
operator-role = роль { $role }: { $who }; может { $may }
operator-who-nobody = никто по имени
operator-who-group = группа пользователей { $id }
operator-who-members = участники { $id }, если канал закрытый
operator-assign = новые заявки назначаются сами: { $how }
operator-reply-direct = написанное сотрудником в ветке заявки уходит заявителю
operator-reply-explicit = заявителю уходит только отправленное через `>>` или «Ответить»
demo-rita-opens-form = Рита, сотрудница, набирает /ticket в Slack и заполняет форму
demo-cara-writes = Кара, клиентка, просто пишет боту в Telegram
demo-ada-takes = Ада берёт заявку Риты и отвечает в её ветке; Рита отвечает ей
demo-bo-answers = Бо берёт заявку Кары. То, что начинается с //, остаётся между сотрудниками
demo-both-resolve = Обе заявки решены, и обеим об этом сказано
demo-time-rating = Через несколько минут Кару спрашивают, довольна ли она ответом. (Дальше часы переводятся вручную.)
demo-time-late = На следующий вопрос Риты никто не отвечает в обещанные часы.
demo-time-silence = Бо переспрашивает, а Рита уехала: ей напоминают, потом заявка отменяется. Её слово открывает её снова.
demo-clock = Сейчас { $hour } ({ $zone }).
demo-end = История рассказана. `npm start` откроет ту же площадку в браузере.
operator-commands = Команды: npm run desk -- check [FILE…], npm run desk -- simulate FILE --at "2026-11-20 16:55", npm run desk -- report [--csv] [--week], npm run desk -- parked [--replay ID или all], npm run desk -- resume [--yes], npm run desk -- export PERSON [--to FOLDER], npm run desk -- erase PERSON [--yes], npm run desk -- organisations import FILE.csv [--dry-run], npm run desk -- migration NAME, npm run doctor, npm run demo
operator-not-paused = Отправка не приостановлена.
operator-paused = Эти таблицы взяты из резервной копии, или кто-то так сказал, и с { $since } ничего не отправляется: то, что ждёт отправки, могло уйти уже после создания резервной копии.
operator-paused-owed = { $platform }: ждёт отправки { $count }, самое давнее с { $oldest }
operator-resume-how = Убедитесь, что другой экземпляр с этими токенами не работает, затем: npm run desk -- resume --yes. Перед отправкой Slack спросят о каждом сообщении; где спросить нельзя (Telegram), слова людей будут сосчитаны в ветках их заявок с кнопкой «Отправить снова», а уведомления не отправятся.
operator-resumed = Отправка продолжается. Сначала спросим платформу: { $looked }. Слова людей, оставленные сотрудникам: { $left }. Неотправленные уведомления: { $dropped }.
operator-resumed-tickets = Посмотрите заявки: { $keys }
erased = Сказанное здесь стёрто.
operator-no-such-person = { $person }: такого человека мы не знаем. Напишите slack:U0123ABCD, telegram:8001 или наш собственный идентификатор.
operator-exported = Строк: { $rows }, файлов: { $files }, всё в { $folder }. Прежде чем отдать, убедитесь, кто просит.
operator-erase-dry = { $name }: будет забыто навсегда заявок: { $tickets }, сообщений: { $messages }, файлов: { $files }.
operator-erase-open = Ещё не закрыты: { $keys }. Они останутся как есть, без слов.
operator-erase-how = Чтобы сделать это: npm run desk -- erase { $person } --yes. Сначала выгрузите то, что нужно отдать.
operator-erased = Забыто заявок: { $tickets }, сообщений: { $messages }. На платформах удаляется копий: { $deleted }, очищается первых сообщений: { $emptied }.
operator-erase-owed = Ещё ждут отправки работающей службой: { $owed }. Затем повторите, и будут забыты и идентификаторы платформ: npm run desk -- erase { $person } --yes
operator-erase-done = Больше ничего не ждёт, идентификаторы платформ тоже забыты.
operator-erase-stays = Что остаётся: написанное самими людьми в Slack и Telegram, чего бот удалить не может, и показанное лишь одному человеку; копий старше 48 часов в Telegram: { $old }; резервные копии, пока им не исполнится 35 дней. Статистика остаётся под номером.
operator-no-migration = Миграции содержат всё, что нужно таблицам.
operator-nothing-parked = Отложенных событий нет.
operator-parked-again = Когда причина устранена: npm run desk -- parked --replay ID или --replay all
operator-no-tables = В этой базе данных нет таблиц этой версии: Deskhand на ней ещё не запускался. Если ваш работает на другой, укажите её в DATABASE_URL; с docker compose: docker compose run --rm deskhand desk …
operator-not-parked = { $id } не отложено. Список: npm run desk -- parked
operator-replayed =
    { $count ->
        [0] Отложенных событий нет.
        [one] { $count } событие снова ждёт. Программа обработает его сейчас или при запуске.
        [few] { $count } события снова ждут. Программа обработает их сейчас или при запуске.
        [many] { $count } событий снова ждут. Программа обработает их сейчас или при запуске.
       *[other] { $count } события снова ждут. Программа обработает их сейчас или при запуске.
    }
playground-at = Площадка открыта: { $url }
operator-all-well =
    { $count ->
        [one] { $count } служба, ошибок нет.
        [few] { $count } службы, ошибок нет.
        [many] { $count } служб, ошибок нет.
       *[other] { $count } службы, ошибок нет.
    }
operator-faults =
    { $count ->
        [one] Нужно исправить { $count } место.
        [few] Нужно исправить { $count } места.
        [many] Нужно исправить { $count } мест.
       *[other] Нужно исправить { $count } места.
    }

simulate-how = Назовите файл и время обращения: npm run desk -- simulate desks/demo.yaml --plan basic --priority normal --at "2026-11-20 16:55"
simulate-no-such = Нет такого { $what }: { $value }. Есть: { $allowed }
simulate-no-hour = { $value } не время. Напишите время пояса поддержки, например 2026-11-20 16:55
simulate-head = { $desk }: тариф { $plan }, приоритет { $priority }, обращение { $at } ({ $zone })
simulate-due =
    { WORD($promise) ->
        [first-response] Первый ответ, { $target } по календарю { $calendar }: срок { $due }
        [next-response] Следующий ответ, если спросят тогда же, { $target } по календарю { $calendar }: срок { $due }
       *[other] Решение, { $target } по календарю { $calendar }: срок { $due }
    }
simulate-warned =
    { WORD($promise) ->
        [first-response] { $at } предупреждение о сроке первого ответа ({ $threshold })
        [next-response] { $at } предупреждение о сроке ответа ({ $threshold })
       *[other] { $at } предупреждение о сроке решения ({ $threshold })
    }
simulate-breached =
    { WORD($promise) ->
        [first-response] { $at } сообщение о просроченном первом ответе
        [next-response] { $at } сообщение о просроченном ответе
       *[other] { $at } сообщение о просроченном решении
    }
simulate-escalated =
    { WORD($promise) ->
        [first-response] { $at } { $whom } узнаёт о просроченном первом ответе
        [next-response] { $at } { $whom } узнаёт о просроченном ответе
       *[other] { $at } { $whom } узнаёт о просроченном решении
    }
simulate-silence-head = Если сотрудник ответит тогда же, а заявитель промолчит в статусе { $status }:
simulate-silence =
    { WORD($does) ->
        [remind] { $at } заявителю напоминают
        [cancel] { $at } заявка отменяется
       *[other] { $at } заявка закрывается
    }
check-plan = тариф { $plan }, { $priority }: { $target } по календарю { $calendar }, обращение { $from }, срок { $due }
check-slower =
    { WORD($promise) ->
        [firstResponse] { $desk }: тариф { $plan } обещает первый ответ для { $priority } позже, чем тариф { $lower }, стоящий ниже.
        [nextResponse] { $desk }: тариф { $plan } обещает ответ для { $priority } позже, чем тариф { $lower }, стоящий ниже.
       *[other] { $desk }: тариф { $plan } обещает решение для { $priority } позже, чем тариф { $lower }, стоящий ниже.
    }

## what the doctor finds (npm run doctor), and how to repair it

doctor-config = Настройки читаются.
doctor-config-fault = { $fault }
doctor-rest-unseen = Остальное не проверялось: для этого нужны настройки.
doctor-database = PostgreSQL { $version }, база { $place }.
doctor-job-store = MongoDB для заданий Agenda отвечает.
doctor-job-store-silent = MongoDB по адресу AGENDA_MONGODB_URL не отвечает ({ $code }).
doctor-job-store-silent-repair = Исправьте адрес или запустите его; без этой переменной задания лежат в базе поддержки.
doctor-database-embedded = DATABASE_URL не задан: при первом запуске будет создан встроенный PostgreSQL. Для начала годится, компании лучше завести свой.
doctor-database-fault = Встроенный PostgreSQL не запускается: { $fault }
doctor-database-fault-repair = Или укажите в DATABASE_URL собственный PostgreSQL.
doctor-database-nobody = По адресу DATABASE_URL никто не отвечает ({ $code }).
doctor-database-nobody-repair = Запустите PostgreSQL или исправьте узел и порт.
doctor-database-no-host = Узел из DATABASE_URL неизвестен ({ $code }).
doctor-database-no-host-repair = Исправьте узел.
doctor-database-password = PostgreSQL не принимает имя или пароль из DATABASE_URL ({ $code }).
doctor-database-password-repair = Исправьте их; особые знаки в пароле пишутся через процент, @ как %40.
doctor-database-no-name = PostgreSQL есть, а базы из DATABASE_URL нет ({ $code }).
doctor-database-no-name-repair = Создайте её командой createdb или исправьте имя в конце.
doctor-database-silent = База по адресу DATABASE_URL не отвечает ({ $code }).
doctor-database-silent-repair = Исправьте адрес и посмотрите журнал самого PostgreSQL.
doctor-database-old = PostgreSQL { $version } слишком стар.
doctor-database-old-repair = Нужен PostgreSQL 14 или новее.
doctor-database-closed = Пользователь базы не может создавать таблицы в { $place }.
doctor-database-closed-repair = Сделайте его владельцем базы или дайте ему GRANT CREATE ON SCHEMA public.
doctor-database-tables = Таблицы в порядке (миграций: { $count }).
doctor-database-behind = Ещё не выполнено миграций: { $count }.
doctor-database-behind-repair = Недостающее выполнит следующий запуск.
doctor-database-newer = Таблицы сделаны более новым Deskhand: здесь неизвестно его миграций: { $count }.
doctor-database-newer-repair = В пределах одной минорной версии они только добавляют, и эта программа с ними работает: оставьте их как есть. Таблицам следующей минорной версии нужна она сама.
doctor-secret = SECRET собственный.
doctor-secret-made = SECRET не задан: он будет создан в `.deskhand/` при первом запуске.
doctor-secret-missing = SECRET не задан, хотя база внешняя: другая машина создаст другой, и кнопки там не будут работать.
doctor-secret-missing-repair = Впишите в `.env` SECRET= и то, что печатает `openssl rand -hex 32`, одинаково для всех копий программы.
doctor-files = Файлы лежат в { $path }.
doctor-files-absent = Папки для файлов, { $path }, ещё нет.
doctor-files-absent-repair = Она будет создана, когда понадобится.
doctor-files-no-folder = FILES указывает не на папку: { $path }
doctor-files-no-folder-repair = Укажите папку.
doctor-files-unwritable = Нельзя писать в папку для файлов: { $path }
doctor-files-unwritable-repair = Отдайте её пользователю, от имени которого работает Deskhand, или укажите другую в FILES.
doctor-public-url = Площадки обращаются к нам по адресу { $url }.
doctor-public-url-slack = Площадки обращаются к нам по адресу { $url }; в приложении Slack адрес всех запросов один: { $url }/slack/events.
doctor-public-url-absent = PUBLIC_URL не задан.
doctor-public-url-absent-repair = Без SLACK_APP_TOKEN Slack должен обращаться к программе по https, путь оканчивается на /slack/events: задайте PUBLIC_URL или включите Socket Mode.
doctor-public-url-not-https = PUBLIC_URL равен { $url }, а площадки обращаются только по https.
doctor-public-url-not-https-repair = Поставьте перед PORT прокси с сертификатом и впишите его адрес с https.
doctor-public-url-port = PUBLIC_URL равен { $url }, а Telegram ничего не приносит на порт { $port }.
doctor-public-url-port-repair = Подходят 443, 80, 88 и 8443.
doctor-desk = Служба { $desk }, ключи вида { $prefix }-1.
doctor-desk-warning = { $warning }
doctor-desk-fault = { $fault }
doctor-playground = Ни у одной площадки нет токена: `npm start` запускает учебную.
doctor-platform-absent = У { $platform } нет токена, эта площадка не обслуживается.
doctor-places-unseen = Каналы и группы не проверялись: они записаны в файлах служб.

doctor-slack-token = Slack знает бота: { $bot } в { $team } ({ $id }).
doctor-slack-token-refused = Slack не принимает SLACK_BOT_TOKEN ({ $code }).
doctor-slack-token-refused-repair = Скопируйте Bot User OAuth Token (xoxb-…) из OAuth & Permissions на странице приложения; сначала установите приложение.
doctor-slack-org-wide = SLACK_BOT_TOKEN выдан на всю организацию { $team }: Deskhand обслуживает одно рабочее пространство и ничего не услышит.
doctor-slack-org-wide-repair = Установите приложение в одно рабочее пространство (Install to Workspace в OAuth & Permissions) и скопируйте его токен.
doctor-slack-unreachable = Slack не отвечает ({ $code }).
doctor-slack-unreachable-repair = Проверьте, что с этой машины доступен https://slack.com, и SLACK_API_URL, если он задан.
doctor-slack-scopes = Разрешений у бота: { $count }, все нужные есть.
doctor-slack-scopes-missing = Боту не хватает разрешений: { $scopes }.
doctor-slack-scopes-missing-repair = Добавьте их в OAuth & Permissions, Bot Token Scopes (или вставьте манифест заново) и нажмите Reinstall to Workspace. Токен останется прежним.
doctor-slack-app-token = Socket Mode принимает SLACK_APP_TOKEN.
doctor-slack-app-token-refused = Slack не принимает SLACK_APP_TOKEN ({ $code }).
doctor-slack-app-token-refused-repair = В Basic Information, App-Level Tokens создайте токен с разрешением connections:write и включите Socket Mode.
doctor-slack-signing-secret = SLACK_SIGNING_SECRET у Slack не спросить: если он неверен, Slack не подтвердит адрес запросов.
doctor-slack-channel = { $name } ({ $id }): бот в канале.
doctor-slack-channel-unknown = Бот не видит канала { $id }.
doctor-slack-channel-unknown-repair = Если канал закрытый, напишите в нём /invite @{ $bot }; иначе скопируйте номер заново внизу сведений о канале.
doctor-slack-channel-archived = { $name } ({ $id }) в архиве.
doctor-slack-channel-archived-repair = Верните его в Slack или укажите другой канал в файле службы.
doctor-slack-channel-not-member = Бота нет в { $name } ({ $id }).
doctor-slack-channel-not-member-repair = Напишите там /invite @{ $bot }.
doctor-slack-channel-open-to-all = Сотрудниками поддержки должны быть участники { $name } ({ $id }), но канал открытый: так им не становится никто.
doctor-slack-channel-open-to-all-repair = Сделайте канал закрытым или назовите в файле службы людей или группу.
doctor-slack-channel-readable = Сотрудники работают в { $name } ({ $id }), который читают все.
doctor-slack-channel-readable-repair = Сделайте его закрытым, если заявки не для всех.
doctor-slack-channel-shared = Сотрудники работают в { $name } ({ $id }), а он общий с другой компанией: она прочтёт все заявки.
doctor-slack-channel-shared-repair = Прекратите общий доступ в Slack или укажите другой канал в файле службы.
doctor-slack-channel-guests = { $name } ({ $id }) общий с другой компанией; её людям заявки там не открыть.
doctor-slack-channel-unseen = { $id } проверить не удалось ({ $code }).
doctor-slack-channel-unseen-repair = Проверьте снова через минуту. Если не хватает разрешений, сначала добавьте их.
doctor-slack-group = Людей в группе { $id }: { $count }.
doctor-slack-group-unknown = Группы { $id } нет.
doctor-slack-group-unknown-repair = Скопируйте номер (S…) со страницы группы в Slack.
doctor-slack-group-empty = В группе { $id } никого нет, и роли нет ни у кого.
doctor-slack-group-empty-repair = Добавьте в неё людей в Slack.
doctor-slack-group-unseen = Группу { $id } прочесть не удалось ({ $code }).
doctor-slack-group-unseen-repair = Для этого боту нужно разрешение usergroups:read.

doctor-telegram-token = Telegram знает бота: @{ $name } ({ $id }).
doctor-telegram-topics = У бота включены темы в личных чатах: у каждой заявки клиента своя тема.
doctor-telegram-token-refused = Telegram не принимает TELEGRAM_BOT_TOKEN ({ $code }).
doctor-telegram-token-refused-repair = Отправьте /token боту @BotFather и скопируйте ответ.
doctor-telegram-unreachable = Telegram не отвечает ({ $code }).
doctor-telegram-unreachable-repair = Проверьте, что с этой машины доступен https://api.telegram.org, и TELEGRAM_API_ROOT, если он задан.
doctor-telegram-cannot-join = Бота нельзя добавлять в группы, а в файле службы группа названа.
doctor-telegram-cannot-join-repair = Отправьте /setjoingroups боту @BotFather и выберите Enable.
doctor-telegram-privacy-off = Приватный режим выключен: боту приходит всё, что говорят в группах, куда его добавили.
doctor-telegram-privacy-off-repair = Ему нужны только личные чаты. Отправьте /setprivacy боту @BotFather и выберите Enable.
doctor-telegram-polling = Обновления запрашиваются; вебхук не мешает.
doctor-telegram-webhook = Обновления приходят вебхуком на { $host }.
doctor-telegram-webhook-absent = Вебхук на { $host } ещё не задан.
doctor-telegram-webhook-absent-repair = Его задаст следующий запуск.
doctor-telegram-webhook-in-the-way = Обновления должны запрашиваться, но вебхук ведёт на { $host }: ботом может пользоваться другая программа.
doctor-telegram-webhook-in-the-way-repair = Заведите для Deskhand отдельного бота. Если вебхук остался от прежнего, следующий запуск его уберёт.
doctor-telegram-webhook-elsewhere = Вебхук ведёт на { $host }, а не на { $wanted }: ботом может пользоваться другая программа.
doctor-telegram-webhook-elsewhere-repair = Заведите для Deskhand отдельного бота. Если вебхук остался от прежнего, следующий запуск задаст его заново.
doctor-telegram-webhook-deaf = Вебхук не запрашивает { $kinds }.
doctor-telegram-webhook-deaf-repair = Следующий запуск задаст его заново.
doctor-telegram-webhook-failing = Telegram не может доставить обновления ({ $count }): { $error }
doctor-telegram-webhook-failing-repair = Запустите программу, если она не работает. 401 означает другой TELEGRAM_WEBHOOK_SECRET, перезапуск задаст его заново; иначе проверьте прокси.
doctor-telegram-webhook-failed = Однажды Telegram не смог доставить обновление: { $error }. Сейчас ничего не ждёт.
doctor-telegram-pending = В Telegram ждут обновления ({ $count }), не дольше суток.
doctor-telegram-group = { $name } ({ $id }): бот администратор.
doctor-telegram-group-unknown = Бот не видит группы { $id } ({ $code }).
doctor-telegram-group-unknown-repair = Добавьте его в группу или исправьте номер в файле службы.
doctor-telegram-group-not-admin = Бот не администратор в { $name } ({ $id }).
doctor-telegram-group-not-admin-repair = Сделайте его администратором с правом управлять темами и удалять сообщения.
doctor-telegram-group-no-topics = В { $name } ({ $id }) нет тем, а они нужны каждой заявке.
doctor-telegram-group-no-topics-repair = Включите темы в настройках группы. Её номер после этого может смениться: проверьте ещё раз.
doctor-telegram-group-topics-not-ours = Бот не может управлять темами в { $name } ({ $id }), а они нужны каждой заявке.
doctor-telegram-group-topics-not-ours-repair = Дайте ему право управлять темами в списке администраторов группы.
doctor-telegram-group-cannot-delete = Бот не может удалять сообщения в { $name } ({ $id }): отозванное и стёртое может там остаться.
doctor-telegram-group-cannot-delete-repair = Дайте ему право удалять сообщения в списке администраторов группы.
doctor-telegram-group-open-to-all = Сотрудниками поддержки должны быть участники { $name } ({ $id }), но группа публичная: так им не становится никто.
doctor-telegram-group-open-to-all-repair = Сделайте группу частной или назовите людей в файле службы.
doctor-telegram-group-readable = Сотрудники работают в { $name } ({ $id }), а это публичная группа: её читают все.
doctor-telegram-group-readable-repair = Сделайте её частной, если заявки не для всех.

doctor-or-fix = Или: npm run doctor -- --fix
doctor-fixed = Исправлено: { $fault }
doctor-fix-failed = Исправить не удалось ({ $why }): { $fault }
doctor-all-well = Всё в порядке.
doctor-faults = Не в порядке: { $count }.
