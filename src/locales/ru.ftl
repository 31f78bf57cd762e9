# Русский. Правила записи те же, что в en.ftl.

## a ticket begins

ticket-opened = Спасибо, это заявка **{ $key }**: { $subject }
ticket-opened-how-to-follow = Ответ придёт прямо сюда; если хотите что-то добавить, просто напишите. `/status { $key }` покажет, как идут дела.
ticket-opened-with-link = Заявка **{ $key }** открыта. [Следить за ней можно здесь]({ $link })
raised-from-message = Из этого сообщения создана заявка.
raised-from-message-link = Заявка создана из [этого сообщения]({ $link }).

## the card in the triage channel

card-requester = Заявитель
card-type = Тип
card-priority = Приоритет
card-status = Статус
card-assignee = Исполнитель
card-nobody = Пока никто
card-turn = Чей ход
card-organisation = Организация
card-plan = Тариф
card-category = Категория
turn-ours = Наш
turn-requester = Заявителя
turn-other = Третьей стороны
turn-nobody = Ничей

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
button-skip = Пропустить
button-back = Назад
button-cancel = Отмена
button-send = Отправить
button-done = Готово

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
field-description = Что случилось?
field-type = Что это?
field-desk = Кто должен помочь?
field-category = Категория
field-priority = Приоритет
field-note = Заметка для коллег
field-reply = Ответ заявителю
field-still-ours = Ход остаётся за нами
field-after-sending = После отправки
field-assignee = Исполнитель
answer-yes = Да
answer-no = Нет

## what is wrong with an answer

error-required = Пожалуйста, заполните это поле.
error-not-an-option = Пожалуйста, выберите одно из: { $allowed }
error-not-a-number = Пожалуйста, напишите число, например 12 или 1,5.
error-not-a-date = Пожалуйста, напишите дату в виде 2026-12-31.
error-not-a-version = Пожалуйста, напишите версию, например 6.2.1.
error-not-an-email = Пожалуйста, напишите адрес почты, например name@example.com.
error-not-a-url = Пожалуйста, напишите адрес страницы, который начинается с https://
error-too-long =
    { $max ->
        [one] Слишком длинно: помещается не больше { $max } знака.
       *[other] Слишком длинно: помещается не больше { $max } знаков.
    }
error-too-many = Слишком много: можно не больше { $max }.
answer-in-words = Это сохранено и попадёт в вашу заявку. А на сам вопрос ответьте, пожалуйста, словами или кнопкой.

## who hears a message

held-note = Это останется между нами, потому что начинается с `//`. Заявитель этого не видит.
held-mention = Это останется между нами, потому что начинается с обращения: { $name }. Заявитель этого не видит.
held-explicit = Это останется между нами. Чтобы ответить заявителю, начните с `>>` или нажмите «Ответить».
sent-anyway = Отправлено заявителю { $key }.
reply-to-customer = { $name } · { $key }
from-requester = { $name }
note-by = Заметка: { $name }
uncarried =
    { WORD($kind) ->
        [sticker] { $name }: прислан стикер. Здесь его пока нельзя показать.
        [photo] { $name }: прислано фото. Здесь его пока нельзя показать.
        [file] { $name }: прислан файл. Здесь его пока нельзя показать.
        [document] { $name }: прислан файл. Здесь его пока нельзя показать.
        [voice] { $name }: прислано голосовое сообщение. Здесь его пока нельзя прослушать.
        [audio] { $name }: прислана звукозапись. Здесь её пока нельзя прослушать.
        [video] { $name }: прислано видео. Здесь его пока нельзя показать.
        [location] { $name }: прислано место на карте. Здесь его пока нельзя показать.
        [contact] { $name }: прислан контакт. Здесь его пока нельзя показать.
        [poll] { $name }: прислан опрос. Здесь его пока нельзя показать.
       *[other] { $name }: прислано что-то другое ({ $kind }). Здесь это пока нельзя показать.
    }
uncarried-named = { uncarried } ({ $file })
late-note = Это написано раньше, но пришло с опозданием.
edited = изменено
deleted-by-author = Автор удалил это сообщение.
deletion-told = { $name }: сообщение удалено.

## what happened to a ticket

taken = Заявку взял(а) { $name }.
assigned = { $by } передаёт заявку: { $name }.
unassigned = Теперь у заявки нет исполнителя.
priority-changed = { $by } меняет приоритет: { $priority }.
status-changed = { $by } меняет статус: { $status }.
resolved-by = { $by } отмечает заявку решённой.
resolved-for-requester = Мы считаем, что **{ $key }** решена. Если это не так, просто напишите сюда, и она откроется снова.
resolved-by-yourself = Заявка **{ $key }** отмечена как решённая. Если рано, просто напишите сюда, и она откроется снова.
closed-by-you = Заявка **{ $key }** закрыта. Если рано, просто напишите сюда, и она откроется снова.
resolved-by-requester = { $name } сообщает, что вопрос решён.
reopened-by = { $by } открывает заявку снова.
reopened-for-requester = **{ $key }** снова открыта. Мы ответим вам здесь.

## what cannot be done

not-an-agent = Это могут делать только сотрудники { $desk }.
stranger-refused = Это вам делать нельзя. Если нужна помощь, откройте свою заявку.
already-taken = { $key } уже у { $name }.
closed-already = { $key } уже закрыта.
ticket-is-closed = { $key } закрыта окончательно. Если есть что добавить, откройте новую заявку.
ticket-not-yours = { $key } не ваша заявка.
ticket-not-found = Среди ваших заявок нет { $key }. Верен ли номер?
nothing-to-close = У вас нет открытых заявок.
nothing-to-cancel = Сейчас нет формы, которую можно прервать.
not-allowed = Ваша роль этого не позволяет: { $act }
transition-needs = Сначала заполните, пожалуйста: { $fields }
submission-failed = Сейчас это не удалось сохранить. Всё написанное на месте: отправьте, пожалуйста, ещё раз через минуту.
something-went-wrong = У нас что-то сломалось. Попробуйте ещё раз; если не поможет, сообщите нам { $reference }.
command-unknown = Я не знаю { $command }. Напишите help, и я расскажу, что умею.
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
refusal-draft-is-gone = Этой формы больше нет. Начните, пожалуйста, заново.
refusal-answers-incomplete = Чего-то ещё не хватает. Посмотрите, пожалуйста, форму ещё раз.

## looking things up

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
       *[other] У вас { $count } открытых заявок:
    }
list-line = **{ $key }** { $subject } ({ $status })
status-card = **{ $key }** { $subject }
    Статус: { $status }
    Исполнитель: { $assignee }
    Чей ход: { $turn }

## greetings and help

help-slack =
    Что я умею:

    - `{ $command }` открывает форму новой заявки
    - `{ $command } горит принтер` открывает её сразу с темой
    - `{ $command } list` показывает ваши открытые заявки
    - `{ $command } DEMO-17` говорит, как идут дела по заявке
    - `{ $command } close DEMO-17` закрывает решённую заявку

    Чтобы сделать заявку из любого сообщения, выберите *Create a ticket* в его меню.
help-telegram =
    Просто напишите, что вам нужно, и вам ответят здесь.

    `/new` сначала задаст несколько вопросов
    `/tickets` покажет ваши открытые заявки
    `/status DEMO-17` скажет, как идут дела по заявке
    `/close` закроет решённую заявку
    `/cancel` прервёт заполнение формы
start-greeting = Здравствуйте, { $name }, это { $desk }. Напишите своими словами, что вам нужно, и вам ответят здесь. `/help` покажет, что я ещё умею.
start-in-group = Пожалуйста, напишите мне лично: всё, о чём вы спросите, останется между вами и службой поддержки.

## what became of a delivery

delivery-refused-blocked = Сообщение не дошло: { $name } блокирует бота или ещё не запускал(а) его. Попробуйте связаться иначе.
delivery-refused-place-gone = Сообщение не дошло: места, куда оно шло, больше нет, или нас туда не пускают. Пригласите бота снова или свяжитесь с человеком иначе.
delivery-refused-not-accepted = Сообщение не дошло: платформа его не принимает ({ $code }). Напишите иначе и отправьте ещё раз.
delivery-unclear = Неизвестно, дошло ли это сообщение. Проверьте, прежде чем отправлять снова.
place-moved = Мы не можем писать туда, откуда пришёл вопрос ({ $name }), поэтому заявка продолжается в личном чате.
place-moved-to-dm = Мы не можем писать там, где вы спрашивали, поэтому продолжим здесь.

## a form asked question by question

question-progress = Вопрос { $step } из { $total }
question-choose = Пожалуйста, выберите ответ.
question-skippable = Этот вопрос можно пропустить.
question-summary = Готово к отправке: **{ $subject }**
draft-sent = Отправлено, спасибо.
draft-cancelled = Отменено. Ничего не отправлено.
draft-expired = Форма слишком долго оставалась без ответа. Напишите `/new`, чтобы начать заново.
draft-kept = Ваши ответы сохранены. Продолжайте, когда вам удобно.

## the commands' menu

command-new = Задать новый вопрос
command-tickets = Ваши открытые заявки
command-status = Как идут дела по заявке
command-close = Закрыть решённую заявку
command-help = Что я умею
command-cancel = Прервать заполнение формы
command-start = Начать

## for whoever runs the desk

operator-platform-absent = Для { $platform } нет токена, поэтому эти строки отключены: { $lines }
operator-channel-not-yet = { $desk }: канал { $channel } пока недоступен, его строки ничего не делают.
operator-desk = { $desk }: ключи вида { $prefix }-1, языки { $languages }
operator-triage = агенты работают в { $place }
operator-intake = люди спрашивают в { $places }
operator-telegram-intake = клиенты пишут боту в Telegram
operator-route = { $when } идёт в { $place }
operator-type = тип { $type } спрашивает { $fields }
operator-priorities = приоритеты { $priorities }; у новой заявки { $default }
operator-statuses = статусы { $statuses }
operator-moves = переходит сама { $moves }
operator-role = роль { $role }: { $who }; может { $may }
operator-who-nobody = никто по имени
operator-who-group = группа пользователей { $id }
operator-who-members = участники { $id }, если канал закрытый
operator-reply-direct = написанное агентом в ветке заявки уходит заявителю
operator-reply-explicit = заявителю уходит только отправленное через `>>` или «Ответить»
demo-rita-opens-form = Рита, сотрудница, набирает /ticket в Slack и заполняет форму
demo-cara-writes = Кара, клиентка, просто пишет боту в Telegram
demo-ada-takes = Ада берёт обращение Риты и отвечает в его ветке; Рита отвечает ей
demo-bo-answers = Бу берёт обращение Кары. То, что начинается с //, остаётся между агентами
demo-both-resolve = Оба обращения решены, и обеим об этом сказано
demo-end = История рассказана. `npm start` откроет ту же площадку в браузере.
operator-commands = Команды: npm run desk -- check, npm run desk -- parked, npm run desk -- migration NAME, npm run demo
operator-no-migration = Миграции содержат всё, что нужно таблицам.
operator-nothing-parked = Отложенных событий нет.
playground-at = Площадка открыта: { $url }
operator-all-well =
    { $count ->
        [one] { $count } служба, ошибок нет.
        [few] { $count } службы, ошибок нет.
       *[other] { $count } служб, ошибок нет.
    }
operator-faults =
    { $count ->
        [one] Нужно исправить { $count } место.
        [few] Нужно исправить { $count } места.
       *[other] Нужно исправить { $count } мест.
    }
