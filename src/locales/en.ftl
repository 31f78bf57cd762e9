# What people read. Markdown: **bold**, `code`, [label](address); a new line is a new line.
# Facts in braces are put in as they are and never read as Markdown.
# A line may not begin with * [ or . : begin such a sentence beside its equals sign.
# WORD($kind) chooses a variant by a fact's own word; a number chooses by itself.

## a ticket begins

ticket-opened = Thank you, this is ticket **{ $key }**: { $subject }
ticket-opened-how-to-follow = The answer comes right here; just write if you want to add something. `/status { $key }` tells how it is going.
ticket-opened-with-link = Ticket **{ $key }** is open. [Follow it here]({ $link })
raised-from-message = A ticket was made from this message.
raised-from-message-link = A ticket was made from [this message]({ $link }).

## the card in the triage channel

card-requester = Requester
card-type = Type
card-priority = Priority
card-status = Status
card-assignee = Assignee
card-nobody = Nobody yet
card-turn = Turn
card-organisation = Organisation
card-plan = Plan
card-category = Category
turn-ours = Ours
turn-requester = The requester’s
turn-other = Somebody else’s
turn-nobody = Nobody’s

## buttons

button-take = Take
button-assign = Assign
button-priority = Priority
button-status = Status
button-note = Note
button-reply = Reply
button-resolve = Resolve
button-reopen = Reopen
button-still-need-help = I still need help
button-send-anyway = Send anyway
button-new-question = New question instead
button-skip = Skip
button-back = Back
button-cancel = Cancel
button-send = Send
button-done = Done

## forms

form-new-title = New ticket
form-note-title = Internal note
form-reply-title = Reply
form-submit = Open ticket
form-save = Save
form-send = Send
form-close = Cancel
form-raised-intro = The ticket begins with this message: { $words }
field-subject = Subject
field-subject-hint = One line that says what it is about
field-date-hint = Like 2026-12-31
field-description = What happened?
field-type = What is it?
field-desk = Who should help?
field-category = Category
field-priority = Priority
field-note = Note for the team
field-reply = Reply to the requester
field-still-ours = It stays our turn
field-after-sending = After sending
field-assignee = Assignee
answer-yes = Yes
answer-no = No

## what is wrong with an answer

error-required = Please fill this in.
error-not-an-option = Please choose one of: { $allowed }
error-not-a-number = Please write a number, like 12 or 1.5.
error-not-a-date = Please write a date like 2026-12-31.
error-not-a-version = Please write a version like 6.2.1.
error-not-an-email = Please write an e-mail address like name@example.com.
error-not-a-url = Please write a web address that begins with https://
error-too-long =
    { $max ->
        [one] This is too long: at most { $max } character fits.
       *[other] This is too long: at most { $max } characters fit.
    }
error-too-many =
    { $max ->
        [one] That is too many: at most { $max }.
       *[other] That are too many: at most { $max }.
    }
answer-in-words = This is kept and goes along with your ticket. Please answer the question itself in words or by a button.

## who hears a message

held-note = This stays between us, because it begins with `//`. The requester does not see it.
held-mention = This stays between us, because it begins by naming { $name }. The requester does not see it.
held-explicit = This stays between us. Begin with `>>` or press Reply to answer the requester.
sent-anyway = Sent to the requester of { $key }.
reply-to-customer = { $name } · { $key }
from-requester = { $name }
note-by = Note by { $name }
uncarried =
    { WORD($kind) ->
        [sticker] { $name } sent a sticker. It cannot be shown here yet.
        [photo] { $name } sent a photo. It cannot be shown here yet.
        [file] { $name } sent a file. It cannot be shown here yet.
        [document] { $name } sent a file. It cannot be shown here yet.
        [voice] { $name } sent a voice message. It cannot be played here yet.
        [audio] { $name } sent a sound file. It cannot be played here yet.
        [video] { $name } sent a video. It cannot be shown here yet.
        [location] { $name } sent a location. It cannot be shown here yet.
        [contact] { $name } sent a contact. It cannot be shown here yet.
        [poll] { $name } sent a poll. It cannot be shown here yet.
       *[other] { $name } sent something of another kind ({ $kind }). It cannot be shown here yet.
    }
uncarried-named = { uncarried } ({ $file })
late-note = This was written earlier and arrived late.
edited = edited
deleted-by-author = This message was deleted by its author.
deletion-told = { $name } deleted this message.

## what happened to a ticket

taken = { $name } has taken this ticket.
assigned = { $by } gave this ticket to { $name }.
unassigned = Nobody has this ticket now.
priority-changed = { $by } set the priority to { $priority }.
status-changed = { $by } set the status to { $status }.
resolved-by = { $by } marked this ticket as resolved.
resolved-for-requester = We think **{ $key }** is solved. If it is not, just write here and it opens again.
resolved-by-yourself = **{ $key }** is marked as solved. If it was too early, just write here and it opens again.
closed-by-you = **{ $key }** is closed. If it was too early, just write here and it opens again.
resolved-by-requester = { $name } says it is solved.
reopened-by = { $by } reopened this ticket.
reopened-for-requester = **{ $key }** is open again. We will get back to you here.

## what cannot be done

not-an-agent = Only the people of { $desk } can do this.
stranger-refused = This is not for you to do. If you need help, open a ticket of your own.
already-taken = { $name } already has { $key }.
closed-already = { $key } is already closed.
ticket-is-closed = { $key } is closed for good. Open a new ticket if there is more to say.
ticket-not-yours = { $key } is not one of your tickets.
ticket-not-found = There is no ticket { $key } among yours. Is the number right?
nothing-to-close = You have no open ticket to close.
nothing-to-cancel = There is no form to leave.
not-allowed = Your role does not allow this: { $act }
transition-needs = Please fill in first: { $fields }
submission-failed = This could not be saved just now. What you wrote is still here: please send it again in a moment.
something-went-wrong = Something went wrong on our side. Please try again; if it stays so, tell us { $reference }.
command-unknown = I do not know { $command }. Write help to see what I can do.
refusal-already-taken = { already-taken }
refusal-not-allowed = Your role does not allow this.
refusal-not-an-agent = Only the people of this desk can do this.
refusal-ticket-is-closed = { ticket-is-closed }
refusal-ticket-not-found = { ticket-not-found }
refusal-transition-not-allowed = A ticket cannot go from where it is to { $status }.
refusal-transition-needs = { transition-needs }
refusal-no-such-status = This desk has no status { $status }.
refusal-no-such-priority = This desk has no priority { $priority }.
refusal-no-such-person = This person cannot have tickets of this desk.
refusal-no-such-desk = There is no desk for this place. Ask whoever runs it to name this channel.
refusal-button-is-stale = This button is out of date. The newest message has the right ones.
refusal-draft-is-gone = This form is no longer there. Please start again.
refusal-answers-incomplete = Something is still missing. Please look at the form again.

## looking things up

which-ticket = You have several open tickets. Which one is this for?
which-ticket-to-close = Which ticket shall be closed?
which-ticket-button = { $key } { $subject }
picked = This goes to **{ $key }**.
picked-new = This becomes a new ticket.
list-empty = You have no open tickets.
list-head =
    { $count ->
        [one] You have { $count } open ticket:
       *[other] You have { $count } open tickets:
    }
list-line = **{ $key }** { $subject } ({ $status })
status-card = **{ $key }** { $subject }
    Status: { $status }
    Assignee: { $assignee }
    Turn: { $turn }

## greetings and help

help-slack =
    What I can do:

    - `{ $command }` opens a form for a new ticket
    - `{ $command } printer is on fire` opens it with a subject
    - `{ $command } list` shows your open tickets
    - `{ $command } DEMO-17` tells how a ticket is going
    - `{ $command } close DEMO-17` closes a ticket that is solved

    To turn any message into a ticket, choose *Create a ticket* in its menu.
help-telegram =
    Just write what you need, and somebody will answer here.

    `/new` asks a few questions first
    `/tickets` shows your open tickets
    `/status DEMO-17` tells how a ticket is going
    `/close` closes a ticket that is solved
    `/cancel` leaves a form
start-greeting = Hello { $name }, this is { $desk }. Write what you need in your own words, and somebody will answer here. `/help` shows what else I can do.
start-in-group = Please write to me privately: what you ask there stays between you and the desk.

## what became of a delivery

delivery-refused-blocked = This did not reach { $name }: they have blocked the bot or never started it. Try another way to reach them.
delivery-refused-place-gone = This did not arrive: the place it was meant for is gone, archived or closed to us. Invite the bot again, or reach the person another way.
delivery-refused-not-accepted = This did not arrive: the platform does not accept it ({ $code }). Write it in another form and send it again.
delivery-unclear = It is not certain that this arrived. Please check before sending it again.
place-moved = We cannot write where { $name } asked, so this ticket goes on in their own chat with the desk.
place-moved-to-dm = We cannot write where you asked, so we go on here.

## a form asked question by question

question-progress = Question { $step } of { $total }
question-choose = Please choose one.
question-skippable = You may skip this one.
question-summary = Ready to send: **{ $subject }**
draft-sent = Sent, thank you.
draft-cancelled = Cancelled. Nothing was sent.
draft-expired = This form was left for too long. Write `/new` to start again.
draft-kept = Your answers are kept. Go on whenever you like.

## the commands' menu

command-new = Ask something new
command-tickets = Your open tickets
command-status = How a ticket is going
command-close = Close a ticket that is solved
command-help = What I can do
command-cancel = Leave the form
command-start = Begin

## for whoever runs the desk

operator-platform-absent = { $platform } has no token, so these lines are switched off: { $lines }
operator-channel-not-yet = { $desk }: the channel { $channel } is not available yet, its lines do nothing.
operator-desk = { $desk }: keys like { $prefix }-1, speaks { $languages }
operator-triage = agents work in { $place }
operator-intake = people ask in { $places }
operator-telegram-intake = customers write to the Telegram bot
operator-route = { $when } goes to { $place }
operator-type = type { $type } asks { $fields }
operator-priorities = priorities { $priorities }; a new ticket is { $default }
operator-statuses = statuses { $statuses }
operator-moves = moves by itself { $moves }
operator-role = role { $role }: { $who }; may { $may }
operator-who-nobody = nobody by name
operator-who-group = the user group { $id }
operator-who-members = the members of { $id }, if it is private
operator-reply-direct = what an agent writes in a ticket's thread goes to the requester
operator-reply-explicit = only what an agent sends with `>>` or Reply goes to the requester
demo-rita-opens-form = Rita, an employee, types /ticket in Slack and fills in the form
demo-cara-writes = Cara, a customer, simply writes to the Telegram bot
demo-ada-takes = Ada takes Rita's ticket and answers in its thread; Rita answers back
demo-bo-answers = Bo takes Cara's ticket. What begins with // stays between the agents
demo-both-resolve = Both are solved, and both are told
demo-end = The story is told. `npm start` opens the same playground in your browser.
operator-commands = Commands: npm run desk -- check, npm run desk -- parked, npm run desk -- migration NAME, npm run demo
operator-no-migration = The migrations have all that the tables need.
operator-nothing-parked = Nothing is parked.
playground-at = The playground is open: { $url }
operator-all-well =
    { $count ->
        [one] { $count } desk, nothing wrong.
       *[other] { $count } desks, nothing wrong.
    }
operator-faults =
    { $count ->
        [one] { $count } thing to mend.
       *[other] { $count } things to mend.
    }
