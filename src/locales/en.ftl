# What people read. Markdown: **bold**, `code`, [label](address); a new line is a new line.
# Facts in braces are put in as they are and never read as Markdown.
# A line may not begin with * [ or . : begin such a sentence beside its equals sign.
# WORD($kind) chooses a variant by a fact's own word; a number chooses by itself.

## a ticket begins

ticket-opened = Thank you, this is ticket **{ $key }**: { $subject }
ticket-opened-how-to-follow = The answer comes right here; just write if you want to add something. `/status { $key }` tells how it is going.
ticket-opened-with-link = Ticket **{ $key }** is open. [Follow it here]({ $link })
raised-from-message-link = A ticket was made from [this message]({ $link }).
raised-already = This message is already ticket **{ $key }**.
earlier-are-there = It was raised in the middle of a thread. What was said before it can be brought along.
button-bring-earlier = Bring the earlier messages
earlier-brought =
    { $count ->
        [one] { $by } brought one earlier message of the thread along:
       *[other] { $by } brought { $count } earlier messages of the thread along:
    }
earlier-brought-told =
    { $count ->
        [one] One earlier message of this thread was brought along. Only those who answer you see it there.
       *[other] { $count } earlier messages of this thread were brought along. Only those who answer you see them there.
    }
earlier-none = There is nothing more to bring: what people said before is there already.
earlier-by = { $name } · earlier, { $at }
ticket-split-for-you = A part of **{ $from }** is a ticket of its own now, **{ $key }**: { $subject }
ticket-follows = **{ $from }** is closed for good, so this is a new ticket that follows it, **{ $key }**: { $subject }
questions-first = A few questions come before a ticket can be opened from this.
unopened-form = The form did not open. Nothing is lost: this button opens it.
opened-for-them = Ticket **{ $key }** is open for { $name }: { $subject }
ticket-opened-for-you = A ticket was opened for you: **{ $key }** { $subject }

## the card in the triage channel

card-heading = { $key } · { $subject }
card-requester = Requester
card-organisation = Organisation
card-type = Type
card-priority = Priority
card-status = Status
card-assignee = Assignee
card-nobody = Nobody yet
card-turn = Turn
card-category = Category
strangers-read-card = People of another company read this channel. Nothing internal is shown here: no notes, no times, no names.
turn-ours = Ours
turn-requester = The requester’s
turn-other = Somebody else’s
turn-nobody = Nobody’s
card-snoozed = Snoozed until
card-private = Private to
card-watchers = Also read by
card-tags = Tags
link-related = Related to
link-duplicate-of = Duplicate of
link-has-duplicate = Repeated by
link-follow-up-of = Follows
link-has-follow-up = Followed by
link-caused-by = Caused by
link-causes = Cause of
link-split-from = Split from
link-has-split = Split into
card-elsewhere = This ticket goes on in another channel.
card-unshared = This ticket is no longer shared with you.
card-public-again = This ticket is shared with all agents again and goes on in its channel.

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
button-leave = Leave
button-take-out = Take out { $name }
button-fill-form = Open the form
button-skip = Skip
button-back = Back
button-cancel = Cancel
button-send = Send
button-done = Done
button-edit = Edit…
button-details = Details…
button-go-there = Go there
button-undo = Undo
button-macro = Macro…
button-split-one = Only this message
button-split-rest = This and what follows

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
field-file-hint = Send photos or files here, one after the other.
field-description = What happened?
field-type = What is it?
field-desk = Who should help?
field-category = Category
field-priority = Priority
field-note = Note for the team
field-reply = Reply to the requester
field-still-ours = It stays our turn
field-after-sending = After sending
answer-yes = Yes
answer-no = No
form-edit-title = Edit ticket
form-details-title = Details
field-requester = Requester
field-requester-other = Or a requester who is not in Slack
field-requester-other-hint = The key of another ticket of theirs, or their Telegram id
field-for-whom = For whom?
field-for-whom-hint = Leave it empty to ask for yourself
field-edit-type = Type
field-plan = Plan
field-plan-hint = Its promises count from when the ticket was opened
field-edit-desk = Desk
field-channel = Triage channel
field-channel-main = Main channel
field-snooze-date = Snooze until
field-snooze-date-hint = Empty: not snoozed. A word of the requester wakes it.
field-snooze-time = At what time? ({ $zone })
field-snooze-time-hint = Like 09:30; empty: 09:00
field-private-to = Private to
field-private-to-hint = Nobody chosen: all agents may read it
field-blocked = Block the requester?
field-blocked-hint = What they write to this desk is kept, and goes no further
field-tags = Tags
field-tags-hint = Words to find it by, with spaces between. The requester does not see them.
field-link-to = Link to another ticket
field-link-to-hint = Its key, like DEMO-17
field-link-kind = This ticket is
kind-related = related to it
kind-duplicate-of = a duplicate of it
kind-follow-up-of = a follow-up of it
kind-caused-by = caused by it
form-macro-title = Reply by a macro
field-macro = Which one?
field-macro-then = Then the status becomes { $status }.
field-macro-text-hint = Edit it as you like. What you fill in above comes in for { $blanks }.

## what would make a form easier to answer

hint-vague-subject = The subject says little. What is it about, in a few words? “Invoices show the wrong total” is found and answered sooner than “Problem”.
hint-bug-without-steps = What did you do before it happened, step by step? Without that we can only guess.
hint-bug-without-result = What did you expect, and what happened instead?
hint-screenshots-help = A screenshot often says it faster. You can add one.
hint-send-anyway = You can also send it as it is: press the button once more.

## what is wrong with an answer

error-required = Please fill this in.
error-not-an-option = Please choose one of: { $allowed }
error-not-a-number = Please write a number, like 12 or 1.5.
error-not-a-date = Please write a date like 2026-12-31.
error-not-a-version = Please write a version like 6.2.1.
error-not-an-email = Please write an e-mail address like name@example.com.
error-not-a-url = Please write a web address that begins with https://
error-not-a-release = Please write the quarter it is planned for, like 2026-Q4 or 2026-Q4 sprint 3.
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
answer-file = Please send a photo or a file here, or leave the question by a button.
answer-too-late = This was an answer in a form that is closed by now: what you changed in it has not reached us. Please write it as a new message.
files-kept =
    { $count ->
        [one] { $count } file is here. Send another, or press Done.
       *[other] { $count } files are here. Send another, or press Done.
    }
error-not-a-time = Please write a time like 09:30.
error-time-is-past = This time is past already.
error-snooze-date = A time needs a date.
error-no-such-requester = Nobody is known by this. A ticket’s key, or the Telegram id of somebody who has written to the bot.
error-no-such-ticket = There is no ticket { $key } that you may link.
error-not-a-tag = { $word } is no tag: letters, digits and hyphens, { $max } at most.

## who hears a message

held-note = This stays between us, because it begins with `//`. The requester does not see it.
held-shared = **People of another company read this channel (Slack Connect), and so they read this.** The requester does not. Delete it here if it is not for them; write notes of this ticket only after sharing it with single colleagues (Edit), or have the channel unshared.
note-withheld = **Your note in { $key } was not shown here: people of another company have come to read this channel (Slack Connect).** It is kept with the ticket. Share the ticket with single colleagues (Edit), or have the channel unshared, and write it once more.
held-secret = This stays between us, because it looks like a key or a card number. The requester does not see it.
undone = Your answer in **{ $key }** is taken back: the requester does not see it any more.
held-mention = This stays between us, because it begins by naming { $name }. The requester does not see it.
held-broadcast = This stays between us, because it was also sent to the channel. The requester does not see it.
sent-anyway = Sent to the requester of { $key }.
note-by = Note by { $name }
how-to-note = Write it in this topic and begin with `//`: then the requester does not see it.
how-to-reply = Write it in this topic and begin with `>>`: then it goes to the requester.
uncarried =
    { WORD($kind) ->
        [story] { $name } sent a story. It cannot be shown here.
        [file] { $name } sent a file that is not ours to fetch.
        [attachment] { $name } forwarded something. It cannot be shown here.
       *[other] { $name } sent something of another kind ({ $kind }). It cannot be shown here.
    }
uncarried-named = { uncarried } ({ $file })
late-note = This was written earlier and arrived late.
shared-location = { $name } shared a place: { $link }
shared-location-named = { $name } shared a place, { $title }: { $link }
shared-contact = { $name } shared a contact: { $contact }, { $phone }
shared-poll = { $name } sent a poll: { $question } ({ $options })
shared-dice = { $name } threw { $emoji }: { $value }
in-answer-to = In answer to { $name }: “{ $words }”
file-linked = { $file } ({ $size }) is too large to be shown here. It can be fetched for a week: { $link }
file-too-big-for-platform = A file came with this and is too large to be shown here: { $file } ({ $size })
file-gone = A file came with this and could not be fetched: { $file }
file-too-big = A file came with this and is too large to be carried over: { $file }
edited = edited
deleted-yours = Done: that message is taken back.
delete-what = To take a message back, reply to it with `/delete`: one you wrote here yourself.
edited-shown = Edited: { $before } → { $after }
edited-shown-late = Edited after your answer: { $before } → { $after }
edited-late = { $name } edited a message after your answer: { $before } → { $after }
deleted-by-requester = { $name } deleted a message.
deleted-late = { $name } deleted a message that you have answered since.
deleted-by-author = This message was deleted by its author.
file-not-taken-back = The deleted message was sent too long ago for its file to be taken back: where it was sent, it can still be opened.

## what happened to a ticket

taken = { $name } has taken this ticket.
assigned = { $by } gave this ticket to { $name }.
unassigned = Nobody has this ticket now.
priority-changed = { $by } set the priority to { $priority }.
status-changed = { $by } set the status to { $status }.
resolved-by = { $by } marked this ticket as resolved.
resolved-for-requester = We think **{ $key }** is solved. If it is not, just write here and it opens again.
resolved-by-yourself = **{ $key }** is marked as solved. If it was too early, just write here and it opens again.
resolved-for-watcher = { $name } says **{ $key }** is solved.
closed-by-you = **{ $key }** is closed. If it was too early, just write here and it opens again.
resolved-by-requester = { $name } says it is solved.
reopened-by = { $by } reopened this ticket.
reopened-for-requester = **{ $key }** is open again. We will get back to you here.
assigned-by-turn = It is { $name }’s turn: this ticket is theirs.
unassigned-left = { $name } does not work here any more. Nobody has this ticket now.
subject-changed = { $by } changed the subject: { $subject }
type-changed = { $by } set the type to { $type }.
category-set = { $by } set the category to { $category }.
field-changed = { $by } set { $field } to { $value }.
field-yes = { $by } set { $field } to yes.
field-no = { $by } set { $field } to no.
field-cleared = { $by } took away what stood in { $field }.
field-set = Done: **{ $key }** says so now.
queue-mine = **On your hands** ({ $count })
queue-unassigned = **Nobody has these yet** ({ $count })
queue-due = **Due next** ({ $count })
queue-waiting = **Yours that wait for somebody else** ({ $count })
queue-empty = This list is empty.
queue-line = **{ $key }** · { $subject } · { $status }
queue-line-due = **{ $key }** · { $subject } · { $status } · due { $due }
home-new = New ticket
home-own = **What you asked for** ({ $count })
home-own-none = You have no open tickets. Press the button to ask for something, or just write to me.
find-how = Write what to look for, like `find invoice March` or a part of a key.
find-none = Nothing of what you can see has all of these words.
find-head =
    { $count ->
        [one] { $count } ticket found:
       *[other] { $count } tickets found:
    }
find-more =
    { $count ->
        [one] … and { $count } more. One more word finds fewer.
       *[other] … and { $count } more. One more word finds fewer.
    }
roadmap-head = What is planned
roadmap-empty = Nothing is planned yet of what you can see here.
roadmap-part = **{ $when }**
roadmap-line = **{ $key }** · { $subject } · { $status }
card-planned = Planned for
planned-for = News of **{ $key }**: it is planned for { $release }.
category-cleared = { $by } took the category away.
requester-changed = { $by } made { $name } the requester. What was said before is not shown to them.
no-longer-yours = **{ $key }** goes on without you. If you need something, just ask anew.
desk-moved = { $by } brought this ticket here from { $desk }.
channel-moved = { $by } brought this ticket to this channel. The last messages are above.
moved-away = { $by } moved this ticket to another channel. It goes on there.
snoozed-until = { $by } snoozed this ticket until { $until }.
woken-due = The time has come: this ticket is back.
woken-by = { $by } woke this ticket.
made-private = { $by } made this ticket private to { $names }. Write to the requester here, in your own chat.
private-still-watched = On the requester’s side it is still read by { $names }. `/ticket unwatch` takes somebody out.
private-from-now = This ticket is private from now on. What the desk had posted here is taken back; it goes on in the chats of those it is shared with.
private-goes-on-elsewhere = This ticket is private now: what you wrote here was kept as a note and not sent. It goes on in the chats of those it is shared with.
made-public = { $by } shared this ticket with all agents again.
watcher-added = { $by } brought { $name } into **{ $key }**: they read what is said here to the requester, and can write.
watcher-came = { $name } reads along in **{ $key }** now, and can write.
watcher-left = { $name } has left **{ $key }**.
watcher-removed = { $by } took { $name } out of **{ $key }**.
watching-brought = { $by } brought you into **{ $key }** { $subject }
watching-now = You read along in **{ $key }** { $subject }
watching-merged = **{ $from }** goes on in **{ $key }** { $subject }, and you with it.
watching-how-thread = What you write in this thread goes to everybody in this conversation, with your name.
watching-so-far = What was said last follows here.
watching-how-chat = Answer a message of it, and it goes to everybody in this conversation, with your name. `/unwatch { $key }` leaves.
watching-over = You do not read along in **{ $key }** any more.
watch-done = Done: **{ $key }** is also read by { $names } now.
watch-already = **{ $key }** is read by { $names } already.
watch-whom = Name a colleague to bring them in: `/ticket watch { $key } @kim`
watch-link = Hand this link to whom you want to bring into **{ $key }**: { $link } It lets in { $people } people, for { $days } days. Who follows it reads the conversation and can write in it; you are told of each.
watched-by = Who reads along in **{ $key }**:
watched-by-nobody = Nobody else reads along in **{ $key }**.
watched-not-by-them = They do not read along in **{ $key }**.
unwatch-done = Done: they do not read along in **{ $key }** any more.
requester-blocked = { $by } blocked { $name }. What they write is kept and goes no further.
requester-unblocked = { $by } unblocked { $name }.
blocked-told = This desk does not take messages from you any more. What you wrote is kept.
limit-kept =
    { $minutes ->
        [one] That is a lot at once. Nothing is lost: what you wrote is kept, and taken in within { $minutes } minute.
       *[other] That is a lot at once. Nothing is lost: what you wrote is kept, and taken in within { $minutes } minutes.
    }
heard-late = Sorry, we could not hear you for a while. What you wrote has arrived now, and it counts from when you wrote it.

## time: promises, silence, ratings

card-due-first-response = First answer due
card-due-next-response = Next answer due
card-due-resolution = To be solved by
breach-warned =
    { WORD($promise) ->
        [first-response] The first answer is due soon: { $due }.
        [next-response] The next answer is due soon: { $due }.
       *[other] The solution is due soon: { $due }.
    }
breached =
    { WORD($promise) ->
        [first-response] The first answer was due { $due } and is late now.
        [next-response] The next answer was due { $due } and is late now.
       *[other] The solution was due { $due } and is late now.
    }
breach-retracted =
    { WORD($promise) ->
        [first-response] Correction: the first answer was in time; its word arrived late.
        [next-response] Correction: the answer was in time; its word arrived late.
       *[other] Correction: the solution was in time; its word arrived late.
    }
escalated =
    { WORD($promise) ->
        [first-response] Nobody has given the first answer yet.
        [next-response] Nobody has answered yet.
       *[other] It is not solved yet.
    }
undelivered =
    { $posts ->
        [one] One message could not be delivered.
       *[other] { $posts } messages could not be delivered.
    }
deliveries-retried =
    { $posts ->
        [one] { $by } has the message sent again.
       *[other] { $by } has { $posts } messages sent again.
    }
button-retry = Try again
escalation-acknowledged = { $by } has seen that it is late and looks after it.
for-somebody = For { $name }:
digest-head =
    { $count ->
        [one] One ticket needs a look
       *[other] { $count } tickets need a look
    }
digest-warned =
    { WORD($promise) ->
        [first-response] **{ $key }** { $subject }: the first answer is due { $due }.
        [next-response] **{ $key }** { $subject }: the next answer is due { $due }.
       *[other] **{ $key }** { $subject }: the solution is due { $due }.
    }
digest-late =
    { WORD($promise) ->
        [first-response] **{ $key }** { $subject }: the first answer is late since { $due }.
        [next-response] **{ $key }** { $subject }: the next answer is late since { $due }.
       *[other] **{ $key }** { $subject }: the solution is late since { $due }.
    }
digest-more =
    { $count ->
        [one] … and one more.
       *[other] … and { $count } more.
    }
button-acknowledge = I look after it
button-acknowledge-key = { $key }: I look after it
button-why = Why?
button-no-reply-needed = No reply needed
quiet-set = From now on nobody calls you between { $hours } ({ $zone }). `/desk quiet off` ends that.
quiet-off = You have no quiet hours of your own any more: outside the desk’s hours nobody calls you.
quiet-how = Say when nobody should call you, for example `/desk quiet 22-7`, or `/desk quiet off`.
why-head = { $key }: what is promised, and how the time ran (plan { $plan }, priority { $priority }, hours of { $zone })
why-category = For category { $category } plan { $plan } counts the hours of { $calendar }.
why-nothing = Nothing is promised on this ticket.
why-clock =
    { WORD($promise) ->
        [first-response] **First answer**: { $target } of { $calendar }, since { $since }.
        [next-response] **Next answer**: { $target } of { $calendar }, since { $since }.
       *[other] **Solution**: { $target } of { $calendar }, since { $since }.
    }
why-due = Due { $due }.
why-late = It was due { $due } and is late.
why-met = Given { $stopped }; it was due { $due }.
why-paused = The clock stands still while the status is { $status }.
why-asleep = Plan { $plan } promises nothing for priority { $priority }.
why-cancelled = Not counted any more.
why-segment = { $from } – { $to }  { $length }  { WORD($state) ->
        [running] running
        [paused] standing still: { $because }
        [holiday] holiday: { $because }
       *[other] outside the hours of { $because }
    }
why-earlier =
    { $count ->
        [one] … one earlier span is left out.
       *[other] … { $count } earlier spans are left out.
    }
why-used = Used { $used } of { $target }.
no-reply-needed = { $by } says that the last message needs no answer.
requester-reminded = The requester was reminded that we wait for their answer.
silence-reminder = We are waiting for your answer on **{ $key }**. Is it solved?
silence-reminder-until = We are waiting for your answer on **{ $key }**. If we hear nothing, we close it on { $until }.
help-still-needed = { $by } says that it is not solved yet.
help-is-coming = Thank you. **{ $key }** stays open, and those who work on it know that you still need help.
silence-halted = The notice before closing did not reach the requester, so this ticket stays open. Try another way, or resolve it.
silence-halted-unheard = The last answer did not reach the requester, so this ticket stays open. Try another way, or resolve it.
silence-closes = If we hear nothing, we close this on { $until }.
closed-by-silence = We have heard nothing, so **{ $key }** is closed. Just write here and it opens again.
cancelled-by-silence = We have heard nothing, so **{ $key }** is cancelled. Just write here and it opens again.
closed-by-silence-here = Closed: the requester has not answered.
cancelled-by-silence-here = Cancelled: the requester has not answered.
plan-changed = { $by } changed the plan to { $plan }.
history-closed = closed for good
history-rating-asked = the requester was asked for a rating
history-rating-lapsed = the requester was not asked again in time
history-rating-comment = { $name } commented the rating
rating-question = How was our answer to **{ $key }** ({ $subject })? 1 is the worst, { $scale } the best.
rating-question-again = We would still like to know: how was our answer to **{ $key }** ({ $subject })? 1 is the worst, { $scale } the best. We do not ask again.
rating-given = You rated our answer to **{ $key }** { $score } of { $scale }. Another press changes it.
rating-comment-how =
    { $minutes ->
        [one] Write it now: what you write here next, within { $minutes } minute, goes with your rating of **{ $key }**.
       *[other] Write it now: what you write here next, within { $minutes } minutes, goes with your rating of **{ $key }**.
    }
rating-comment-kept = Thank you! Those who answered you read your comment.
rating-comment-by = { $name } on the rating
button-rating-comment = Add a comment
button-rating-no-comment = No comment
form-rating-comment-title = Comment on the rating
field-rating-comment = What was good, what was not?
rated = { $name } rates the answer { $score } of { $scale }.
rated-anew = { $name } changed the rating of the answer from { $before } to { $score }.
refusal-only-the-requester-rates = Only who asked { $key } can rate it.
refusal-rating-is-over = The time to rate { $key } is over.
button-solved = Solved
refusal-no-such-plan = The desk has no plan { $plan }.
refusal-priority-not-offered = The plan { $plan } does not offer this priority. It offers: { $allowed }.
back-at = Nobody is here right now. We are back on { $at }.
merged = { $by } merged this ticket into { $into }. It goes on there.
merged-in = { $by } merged { $key } into this ticket.
merged-for-requester = **{ $key }** is about the same as **{ $into }** and goes on there. Just keep writing.
merged-now = { $key } goes on in { $into }.
merged-older = { $key } is the older ticket: the time its solution has taken counts no more. To keep { $key } instead, undo the merge, then merge { $into } into { $key }.
unmerged = { $by } undid the merge: this ticket goes on by itself again, apart from { $key }.
merge-undone = { $by } undid the merge: { $key } goes on by itself again. What was written here since stays here.
unmerged-for-requester = **{ $key }** is a ticket of its own again, apart from **{ $from }**. Just keep writing here.
unmerged-now = { $key } goes on by itself again, apart from { $from }.
linked =
    { WORD($kind) ->
        [duplicate-of] { $by } linked this ticket: it is a duplicate of { $key }.
        [has-duplicate] { $by } linked this ticket: { $key } is a duplicate of it.
        [follow-up-of] This ticket follows { $key }, says { $by }.
        [has-follow-up] This ticket goes on in { $key }, says { $by }.
        [caused-by] { $by } linked this ticket: it is caused by { $key }.
        [causes] { $by } linked this ticket: it causes { $key }.
        [split-from] { $by } split this ticket from { $key }.
        [has-split] { $by } made a ticket of its own out of a part of this one: { $key }.
       *[other] { $by } linked this ticket with { $key }.
    }
unlinked = { $by } took the link with { $key } away.
linked-now = { $key } is linked with { $other }.
unlinked-now = { $key } and { $other } are no longer linked.
linked-moved = { $key }, which is linked with this ticket, stands differently now.
tagged = { $by } tagged this ticket: { $tags }
untagged = { $by } took tags away: { $tags }
tags-now = Tags of { $key }: { $tags }
tags-none = { $key } has no tags.
split-choose = A new ticket out of { $key }, beginning with “{ $words }”. What shall go into it?
split-which = With which message of { $key } shall the new ticket begin?
split-now = { $key } is split from { $from }, and the requester is told.
relate-how =
    Tickets relate by commands like these:

    - `{ $command } link DEMO-17 to DEMO-12 as duplicate` (or `follow-up`, `caused by`, `related`)
    - `{ $command } unlink DEMO-17 from DEMO-12`
    - `{ $command } tag DEMO-17 printer vip` and `{ $command } untag DEMO-17 vip`
    - `{ $command } list tag:printer` finds them again
    - `{ $command } split DEMO-17` makes a ticket of its own out of a message
    - `{ $command } unmerge DEMO-17` undoes a merge
macro-which = Which reply to the requester of { $key }?
macro-shown = This goes to the requester of { $key }:
macro-copy = Copy this, fill in { $blanks }, and send it in the topic of { $key } beginning with `>>`:
report-head = **How it was from { $from } to { $to }** ({ $zone })
report-volume = Opened { $opened }, solved { $resolved }, still open { $backlog }.
report-promise =
    { WORD($promise) ->
        [first-response] **First answer**: { $median } in the middle, nine of ten within { $p90 }; in time { $share } (kept { $met }, broken { $breached }, not counted { $cancelled }).
        [next-response] **Next answer**: { $median } in the middle, nine of ten within { $p90 }; in time { $share } (kept { $met }, broken { $breached }, not counted { $cancelled }).
       *[other] **Solution**: { $median } in the middle, nine of ten within { $p90 }; in time { $share } (kept { $met }, broken { $breached }, not counted { $cancelled }).
    }
report-rating = **Rating**: { $average } of 5 (answers: { $count }).
report-by-desk = **By desk**
report-by-type = **By type**
report-by-priority = **By priority**
report-by-category = **By category**
report-by-tag = **By tag**
report-by-plan = **By plan**
report-by-agent = **By agent**
report-group = { $name }: opened { $opened }, solved { $resolved }, still open { $backlog }; first answer { $first }, in time { $share }; solution { $solved }; rating { $average }
report-group-nobody = Nobody: opened { $opened }, solved { $resolved }, still open { $backlog }; first answer { $first }, in time { $share }; solution { $solved }; rating { $average }
report-more =
    { $count ->
        [one] … and one more.
       *[other] … and { $count } more.
    }
report-cut = There were more tickets: only the newest { $count } are counted.
report-csv = As CSV, for who runs the desk: `npm run desk -- report --csv --{ $over }`
refusal-merged-with-itself = { $key } cannot be merged with itself.
refusal-requesters-differ = { $key } and { $into } were asked by different people, and neither should read what the other wrote. Answer them one by one.
refusal-too-many-watchers = { $key } is read by { $most } people already. Take somebody out first.
refusal-only-colleagues = You can bring in people of your own workspace. Name one as @name; for others, ask the desk.
refusal-watcher-is-blocked = This person cannot be brought into { $key }.
refusal-invitation-is-over = This link lets nobody in any more. Ask for a new one, or just write what you need.
refusal-not-merged = { $key } is not merged into another ticket.
refusal-linked-with-itself = { $key } cannot be linked with itself.
refusal-not-linked = { $key } and { $other } are not linked.
refusal-too-many-links = { $key } has too many links already. Take one away first.
refusal-not-a-tag = { error-not-a-tag }
refusal-too-many-tags = { $key } would have more than { $max } tags. Take some away first.
refusal-nothing-to-split = A new ticket can be split from a message of the requester only.
refusal-split-of-private = { $key } is private, and a new ticket would be seen by all. Share it with all agents first.
refusal-move-of-private = { $key } is private, and none of those it is shared with works on the other desk. Share it with all agents first.
refusal-no-such-macro = The desk has no such macro any more.
refusal-no-reply-owed = Nobody waits for an answer on { $key }.
refusal-nothing-undelivered = Nothing is left to be sent again here.
refusal-not-taken-in = This could not be taken in, by a fault of ours. It is kept, and those who run the desk are told. If it cannot wait, please try it another way.

## what cannot be done

not-an-agent = Only the people of { $desk } can do this.
stranger-refused = This is not for you to do. If you need help, open a ticket of your own.
already-taken = { $name } already has { $key }.
closed-already = { $key } is already closed.
ticket-is-closed = { $key } is closed for good. Open a new ticket if there is more to say.
ticket-not-found = There is no ticket { $key } among yours. Is the number right?
nothing-to-close = You have no open ticket to close.
nothing-to-cancel = There is no form to leave.
not-allowed = Your role does not allow this: { $act }
transition-needs = Please fill in first: { $fields }
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
refusal-nothing-to-undo = You have answered nobody in the last 10 seconds. Delete your message in the thread, and the requester's copy goes, too, whenever you like.
refusal-draft-is-gone = This form is no longer there. Please start again.
refusal-answers-incomplete = Something is still missing. Please look at the form again.
refusal-raised-already = { raised-already }
refusal-channel-is-shared = People of another company read this channel, so no note is kept here. Share the ticket with single colleagues first (Edit), and write it there.
refusal-earlier-unseen = I cannot read that thread. Invite me to its channel, and see that the app may read its history (`npm run desk -- doctor` says so); then press again.
refusal-earlier-not-theirs = Only somebody who can read that thread may bring its messages along.
refusal-earlier-not-now = What was said before cannot be read right now. Nothing is lost; press again in a minute.
refusal-ticket-is-private = { $key } is private. Ask those it is shared with.
refusal-private-not-here = { $key } is private, and this group is everybody’s. Ask me about it in your own chat with me.
refusal-no-such-type = This desk has no type { $type }.
refusal-no-such-category = This desk has no category { $category }.
refusal-only-agents-resolve = **{ $key }** is closed by those who work on it, once the problem is gone. Write to them there that it is.
refusal-no-such-field = This ticket has no field { $field }. Fields of it: { $fields }.
refusal-no-such-channel = This is not a channel of this desk.
refusal-no-such-requester = Nobody is known by this. Name a person, the key of a ticket, or the Telegram id of somebody who has written to the bot.
refusal-snooze-is-past = { error-time-is-past }
refusal-requester-is-blocked = { blocked-told }

## looking things up

assign-whom = Who shall have **{ $key }**?
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
list-line-watched = **{ $key }** { $subject } ({ $status }), where you read along
list-tagged =
    { $count ->
        [0] No open ticket is tagged { $tag }.
        [one] One open ticket is tagged { $tag }:
       *[other] { $count } open tickets are tagged { $tag }:
    }
status-card = **{ $key }** { $subject }
    Status: { $status }
    Assignee: { $assignee }
    Turn: { $turn }
history-head = History of { $key } (times of { $zone })
history-line = { $time } { $what }
history-opened = { $by } opened the ticket.
history-opened-for = { $by } opened the ticket for { $name }.
history-asked = { $by } wrote.
history-answered = { $by } answered.
history-noted = { $by } left a note.
history-withdrawn = { $by } took an answer back.
history-edited = { $by } edited a message.
history-deleted = A message was deleted.
history-status = The status became { $status }.
history-resolved = { $by } marked it as solved.
history-reopened = { $by } reopened it.
history-requester = { $by } made { $name } the requester.
history-private = { $by } made it private to { $names }.
history-watcher-added = { $by } brought in { $name }.
history-watcher-removed = { $by } took { $name } out.
history-desk = { $by } moved it to { $desk }.
history-channel = { $by } moved it to another channel.
history-channel-renumbered = The agents’ group became a supergroup.
history-woken = It woke up.
history-kept = { $by } wrote although blocked; it was kept.

## organisations

resolved-by-colleague = { $name } says that **{ $key }** is solved. If it is not, just write here and it opens again.
watched-already = **{ $key }** is read there already.
company-head =
    { $count ->
        [one] Your organisation has one ticket:
       *[other] Your organisation has { $count } tickets:
    }
company-line = **{ $key }** { $subject } · { $status } · { $name }
company-empty = Your organisation has no open ticket.
company-sees-nothing = Here you see your own tickets only: `list` or `/tickets` shows them.
organisation-needed-slack =
    { $desk } is for the people of its customers, and I do not know yet whose you are. There are three ways in:

    - ask in the channel your company shares with us
    - write `/ticket email you@your-company.com` with your address at work, and somebody here confirms it
    - ask whoever you know at the desk
organisation-needed-telegram =
    { $desk } is for the people of its customers, and I do not know yet whose you are. There are two ways in:

    - open the invitation link your company has from us
    - write `/email you@your-company.com` with your address at work, and somebody here confirms it
organisation-kept = What you wrote is kept and goes on by itself as soon as you are in.
organisation-joined = Welcome! You belong to { $organisation } at { $desk } now. What you need you write here.
organisation-is-yours = You belong to { $organisation } here already. If that is not right, tell us in a ticket.
invitation-is-over = This invitation is not valid, or no longer. Ask whoever gave it to you for a new one.
email-claimed = { $name } says that { $email } is theirs. Nothing has proved it: the desk has no e-mail of its own yet to ask at that address.
email-claimed-of = { $domain } is { $organisation }. Is it them?
email-claimed-unknown = { $domain } is of no organisation here. If it should be, first: `/desk org domain NAME { $domain }`
email-claimed-told = Thank you. Somebody at the desk looks whether { $email } is you, for we cannot send an e-mail there yet. You are told here.
email-claimed-just-now = You have just named an address. Please wait a minute before you name another.
email-not-needed = No address is needed here: just write what you need.
email-confirmed = { $by } confirmed { $email }: { $name } belongs to { $organisation }.
email-declined = { $by } declined { $email } of { $name }.
email-declined-told = We could not confirm { $email }. Ask your company for an invitation link, or name another address.
button-confirm-email = It is them
button-decline-email = Decline
organisation-how =
    What you can say about organisations:

    - `/desk org list` and `/desk org who Acme`
    - `/desk org add Acme gold` with a plan, and `/desk org plan Acme basic` to change it
    - `/desk org domain Acme acme.example`, `channel Acme #acme` (or `here`), `workspace Acme T012ABC`: who comes by these belongs to it
    - `/desk org person Acme @somebody` (or the key of a ticket of theirs)
    - `/desk org invite Acme 14 25` makes a link for Telegram: for 14 days and 25 people; `revoke Acme` ends all its links
    - `/desk org remove domain acme.example` (`channel`, `workspace`, `person @somebody`), `remove Acme` altogether
organisations-none = There is no organisation yet. `/desk org add Acme` makes one.
organisations-head =
    { $count ->
        [one] One organisation:
       *[other] { $count } organisations:
    }
organisation-line =
    { $count ->
        [one] - **{ $organisation }**, plan { $plan }, { $count } person
       *[other] - **{ $organisation }**, plan { $plan }, { $count } people
    }
organisation-people =
    { $count ->
        [0] Nobody belongs to **{ $organisation }** yet.
        [one] One person belongs to **{ $organisation }**:
       *[other] { $count } people belong to **{ $organisation }**:
    }
organisation-person = - { $name } ({ WORD($via) ->
        [workspace] by their workspace
        [channel] by a channel
        [profile-email] by their e-mail in Slack
        [confirmed-email] by an e-mail an agent confirmed
        [invitation] by an invitation
       *[other] an agent said so
    })
organisation-rule = - { WORD($kind) ->
        [workspace] workspace { $value }
        [channel] channel { $value }
       *[other] e-mail domain { $value }
    }
organisation-invitation = - an invitation until { $until }: { $uses } of { $people } have come
organisation-added = **{ $organisation }** is there, with the plan { $plan }. Say who belongs to it: `/desk org domain`, `channel`, `workspace` or `invite`.
organisation-plan = **{ $organisation }** has the plan { $plan } from now on. Tickets that are open keep what was promised on them; the next ones get the new plan.
organisation-rule-added = Whoever comes by { WORD($kind) ->
        [workspace] the workspace { $value }
        [channel] the channel { $value }
       *[other] an e-mail at { $value } that is confirmed
    } belongs to **{ $organisation }**.
organisation-rule-removed = { $value } says nothing any more, and who came by it is out.
organisation-no-rule = { $value } belongs to no organisation.
organisation-has = { $name } belongs to **{ $organisation }**.
organisation-lost = { $name } belongs to no organisation any more.
organisation-lost-none = { $name } belongs to no organisation.
organisation-invite = The invitation of **{ $organisation }**, for { $people } people until { $until }: { $link } It is shown this once; whoever has it gets in.
organisation-revoked =
    { $count ->
        [0] **{ $organisation }** has no open invitation.
        [one] The invitation of **{ $organisation }** is over.
       *[other] { $count } invitations of **{ $organisation }** are over.
    }
organisation-removed = **{ $organisation }** is removed, and its people belong to none. Its tickets stay.
refusal-no-such-organisation = There is no organisation { $organisation }. There are: { $allowed }.
refusal-organisation-is-there = There is an organisation { $organisation } already.
refusal-rule-is-taken = { $value } is { $organisation }’s. First: `/desk org remove { $kind } { $value }`
refusal-rule-is-odd =
    { WORD($kind) ->
        [workspace] { $value } is no workspace. Write its id, like T012ABCDE: it stands in the address when Slack is open in a browser.
        [channel] { $value } is no channel. Name it with #, write `here`, or its id, like C012ABCDE.
       *[other] { $value } is no e-mail domain. Write it like acme.example.
    }
refusal-domain-is-public = Anybody can have an address at { $value }: it says nothing of a company.
refusal-domain-is-unknown = { $domain } is of no organisation here. First: `/desk org domain NAME { $domain }`
refusal-no-invitations = Invitations are links to the Telegram bot, and none runs here. Add people by domain, channel or workspace.
refusal-claim-is-decided = That was decided already.
refusal-not-a-colleague = Nobody called { $name } in your organisation is known here.
refusal-sees-only = You can read { $key }; what happens in it is for your colleague who asked.
command-watch = A colleague’s ticket, here as well
command-share = Share a ticket of yours with a colleague
command-email = Your address at work, so that you get in
operator-organisations = organisations: only their people may ask: { $required }; see all their tickets: { $see }; write in them: { $write }; share one: { $share }
operator-import-how = npm run desk -- organisations import FILE.csv [--dry-run]. The first line names the columns: name, plan, domains, channels, workspaces, desk; several values of one cell are separated by spaces.
operator-import-fault = line { $line }: { $fault }
operator-import-same = line { $line }: { $organisation } is as it is
operator-import-new = line { $line }: new organisation { $organisation }, plan { $plan }
operator-import-plan = line { $line }: { $organisation } goes from plan { $before } to { $plan }; open tickets keep theirs
operator-import-rule = line { $line }: { $kind } { $value } is { $organisation }’s
operator-import-dry =
    { $count ->
        [one] One change would be made. Without --dry-run it is.
       *[other] { $count } changes would be made. Without --dry-run they are.
    }
operator-import-done =
    { $count ->
        [one] One change is made.
       *[other] { $count } changes are made.
    }
operator-import-nothing = Nothing to change.
import-no-file = { $file } cannot be read. Correct the path.
import-no-column = there is no column name. The first line names the columns: { $allowed }.
import-unknown-column = there is no column { $column }. Name it one of: { $allowed }.
import-quote = a quotation mark is not closed. Close it, or double it where it is meant.
import-cells =
    { $count ->
        [one] there is one cell more than there are columns. Put a text with a comma in quotation marks.
       *[other] there are { $count } cells more than there are columns. Put a text with a comma in quotation marks.
    }
import-no-name = there is no name. Write one, or remove the line.
import-long-name = the name is too long. Shorten it to { $max } characters.
import-twice = { $organisation } stands in line { $line } already. Put both into one line.
import-no-desk = there is no desk { $desk }. Write one of: { $allowed }.
import-which-desk = there are several desks. Name one in a column desk: { $allowed }.
import-no-plan = the desk has no plan { $plan }. Write one of: { $allowed }.

## greetings and help

help-slack =
    What I can do:

    - `{ $command }` opens a form for a new ticket
    - `{ $command } printer is on fire` opens it with a subject
    - `{ $command } list` shows your open tickets
    - `{ $command } DEMO-17` tells how a ticket is going
    - `{ $command } close DEMO-17` closes a ticket that is solved
    - `{ $command } watch DEMO-17 @kim` brings a colleague in, `unwatch` takes them out
    - `{ $command } roadmap` shows what is planned for when
    - `{ $command } find invoice March` looks through what you may see
    - `{ $command } company` shows your organisation’s tickets, where it sees them; `{ $command } watch DEMO-17` brings one to you, `{ $command } share DEMO-17 @somebody` to a colleague
    - `/language` changes the language I speak with you

    To turn any message into a ticket, choose *Ticket from message* in its menu.
help-slack-agents =
    Because you work on a desk:

    - `{ $command } why DEMO-17` tells what is promised on a ticket, and how its time ran
    - `{ $command } history DEMO-17` tells what happened to it
    - `{ $command } undo` takes back what you have just answered
    - `{ $command } merge DEMO-17 into DEMO-12` makes one of two tickets of the same person
    - `{ $command } unmerge DEMO-17` undoes that; `{ $command } split DEMO-17` makes two of one
    - `{ $command } link DEMO-17 to DEMO-12 as duplicate` shows on both what they have to do with each other
    - `{ $command } tag DEMO-17 printer` and `{ $command } list tag:printer` find what belongs together
    - `{ $command } for @somebody …` opens a ticket for somebody else
    - `{ $command } report week` tells how the week was
    - `{ $command } set DEMO-17 planned 2026-Q4` fills in a field of a ticket
    - `{ $command } set DEMO-17 snooze 2026-12-31 09:00` snoozes it, `-` wakes it; `subject`, `type`, `category` and `plan` are set the same way
    - `{ $command } assign DEMO-17 @kim` gives it to somebody
    - `{ $command } mine`, `unassigned`, `due`, `waiting` are your lists
    - `/desk quiet 22-7` says when nobody should call you
    - `/desk org` is about customers’ organisations: who they are, and who belongs to them
help-telegram =
    Just write what you need, and somebody will answer here.

    `/new` asks a few questions first
    `/tickets` shows your open tickets; `/tickets company` your organisation’s, where it sees them
    `/status DEMO-17` tells how a ticket is going
    `/close` closes a ticket that is solved
    `/watch DEMO-17` makes a link that brings somebody in, `/unwatch DEMO-17` leaves or takes them out
    `/share DEMO-17 Kim Berg` shares a ticket with a colleague, by their name, where the desk allows it
    `/roadmap` shows what is planned for when
    `/delete` in reply to a message of yours takes it back: here and where the agents read it
    `/language` changes the language
    `/cancel` leaves a form
help-telegram-agents =
    Because you work on a desk:

    `/mine`, `/unassigned`, `/due` and `/waiting` are your lists; `/find invoice March` looks through everything
    `/why DEMO-17` tells what is promised on a ticket, `/history DEMO-17` what happened to it
    `/set DEMO-17 planned 2026-Q4` fills in a field of a ticket
    `/set DEMO-17 snooze 2026-12-31 09:00` snoozes it, `-` wakes it; `subject`, `type`, `category` and `plan` are set the same way
    `/assign DEMO-17 Kim` gives a ticket to somebody; without a name you choose
    `/merge DEMO-17 into DEMO-12` makes one of two tickets of the same person, `/unmerge DEMO-17` undoes it
    `/split DEMO-17` makes a ticket of its own out of a message
    `/link DEMO-17 to DEMO-12 as duplicate` (or `follow-up`, `caused by`, `related`), `/unlink DEMO-17 from DEMO-12`
    `/tag DEMO-17 printer`, `/untag DEMO-17 printer`; `/tagged printer` finds them again
    `/report week` tells how the week was, `/undo` takes back what you have just answered

    In the agents’ group most of this works as well; in a ticket’s topic leave its key out.
language-ask = I speak { $language } with you. Which language would you like?
language-set = From now on I speak { $language } with you. `/language` changes that.
language-auto = From now on I go by your app: { $language }. `/language` changes that.
language-unknown = Nobody here speaks { $wanted }. You can choose: { $allowed }
button-language-auto = As my app says
start-greeting = Hello { $name }, this is { $desk }. Write what you need in your own words, and somebody will answer here. `/help` shows what else I can do.
start-in-group = Please write to me privately: what you ask there stays between you and the desk.
noise-answer = I am here. When you need something, just write what it is, and a ticket is opened.
noise-resolved = Thank you! **{ $key }** stays solved. If something is still wrong, write what it is, and it opens again.

## what became of a delivery

delivery-refused-blocked = This did not reach { $name }: they have blocked the bot or never started it. Try another way to reach them.
delivery-refused-place-gone = This did not arrive: the place it was meant for is gone, archived or closed to us. Invite the bot again, or reach the person another way.
delivery-refused-not-accepted = This did not arrive: the platform does not accept it ({ $code }). Write it in another form and send it again.
delivery-unclear = It is not certain that this arrived. Please check before sending it again.
reply-waits-for = Your answer to **{ $key }** is queued: their platform takes nothing more for about { $seconds } s. It goes out by itself.
reply-waits = Your answer to **{ $key }** is queued: their platform does not answer. It goes out by itself as soon as it does.
place-moved = We cannot write where { $name } asked, so this ticket goes on in their own chat with the desk.
place-moved-to-dm = We cannot write where you asked, so we go on here.
topic-made-again = The topic of this ticket was deleted, so it goes on in this one. The last messages:
topic-left-behind = This group became a supergroup, which left its topics behind. The ticket goes on in this one. The last messages:
unnamed = This was written in the name of a group or a channel, so I cannot see by whom, and the requester does not read it. If you are an admin of this group, switch off “Remain anonymous” for yourself; then write it again.

## a form asked question by question

question-progress = Question { $step } of { $total }
question-summary = Ready to send: **{ $subject }**
draft-sent = Sent, thank you.
draft-cancelled = Cancelled. Nothing was sent.

## the commands' menu

command-new = Ask something new
command-tickets = Your open tickets
command-status = How a ticket is going
command-close = Close a ticket that is solved
command-language = Choose the language
command-help = What I can do
command-delete = Takes back the message you reply to
command-cancel = Leave the form
command-start = Begin
command-start-in-group = Write to me privately: what you ask stays between us
command-mine = Tickets you have on hand
command-unassigned = Tickets nobody has
command-due = What is due next
command-waiting = Yours that wait for somebody else
command-find = Look for words in tickets
command-merge = Make one of two tickets
command-split = Make a ticket of its own out of a message
command-link = Say what two tickets have to do with each other
command-assign = Give a ticket to somebody
command-set = Change a field of a ticket
command-tag = Put a tag on a ticket
command-tagged = Tickets with a tag
command-undo = Take back what you have just answered
command-why = What is promised on a ticket

## for whoever runs the desk

operator-platform-absent = { $platform } has no token, so these lines are switched off: { $lines }
operator-channel-not-yet = { $desk }: the channel { $channel } is not available yet, its lines do nothing.
operator-nobody-moves = { $desk }: nobody may move a ticket { $ways }, as nobody has the roles { $roles }. Write member ids into them.
operator-rung-elsewhere = { $desk }: { $rungs } of the escalation hears nothing, as no agent works on its platform. Name somebody of { $platform }, or channel.
operator-link-too-long = { $desk }: Telegram takes 64 characters behind start=, so these links lead nowhere: { $links }. Shorten the ids.
operator-desk = { $desk }: keys like { $prefix }-1, speaks { $languages }
operator-triage = agents work in { $place }
operator-intake = people ask in { $places }
operator-telegram-intake = customers write to the Telegram bot
operator-links = a link to it: https://t.me/BOT?start={ $desk }; to a form, behind start= instead: { $forms }
operator-route = { $when } goes to { $place }
operator-type = type { $type } asks { $fields }
operator-priorities = priorities { $priorities }; a new ticket is { $default }
operator-statuses = statuses { $statuses }
operator-moves = moves by itself { $moves }
operator-transitions = only moves there are: { $moves }
operator-escalation = of a broken promise hears: { $rungs }
operator-silence = after silence since { $anchor } in { $statuses }: { $steps }
operator-rating = the rating, 1 to { $scale }, is asked { $after } after a ticket is resolved and lapses after { $expires }; asked once more: { $again }; asked where silence resolved it: { $closed }
operator-retention = what was said in a ticket is forgotten { $after } after it closed; what is no ticket’s, after 30 days
operator-role = role { $role }: { $who }; may { $may }
operator-who-nobody = nobody by name
operator-who-group = the user group { $id }
operator-who-members = the members of { $id }, if it is private
operator-assign = new tickets go to an agent by themselves: { $how }
operator-reply-direct = what an agent writes in a ticket's thread goes to the requester
operator-reply-explicit = only what an agent sends with `>>` or Reply goes to the requester
demo-rita-opens-form = Rita, an employee, types /ticket in Slack and fills in the form
demo-cara-writes = Cara, a customer, simply writes to the Telegram bot
demo-ada-takes = Ada takes Rita's ticket and answers in its thread; Rita answers back
demo-bo-answers = Bo takes Cara's ticket. What begins with // stays between the agents
demo-both-resolve = Both are solved, and both are told
demo-time-rating = Minutes later Cara is asked what she thinks of the answer. (From here on the clock is moved on by hand.)
demo-time-late = Nobody answers Rita’s next question in the hours that were promised.
demo-time-silence = Bo asks back, and Rita is away: she is reminded, and then it is over. A word of hers opens it again.
demo-clock = It is { $hour } ({ $zone }) now.
demo-end = The story is told. `npm start` opens the same playground in your browser.
operator-commands = Commands: npm run desk -- check [FILE…], npm run desk -- simulate FILE --at "2026-11-20 16:55", npm run desk -- report [--csv] [--week], npm run desk -- parked [--replay ID or all], npm run desk -- resume [--yes], npm run desk -- export PERSON [--to FOLDER], npm run desk -- erase PERSON [--yes], npm run desk -- organisations import FILE.csv [--dry-run], npm run desk -- migration NAME, npm run doctor, npm run demo
operator-not-paused = Sending is not paused.
operator-paused = These tables come from a backup, or somebody has said so, and nothing is sent since { $since }: what is owed may have been sent after the backup was made.
operator-paused-owed = { $platform }: { $count } owed, the oldest since { $oldest }
operator-resume-how = Make sure that no other desk with these tokens runs, then: npm run desk -- resume --yes. Slack is asked about each post before it is sent; where nobody can be asked (Telegram), people’s words are counted in their tickets’ threads with Try again, and notices are not sent.
operator-resumed = Sending goes on. To be looked up on the platform first: { $looked }. People’s words left to the agents: { $left }. Notices not sent: { $dropped }.
operator-resumed-tickets = Tickets to look at: { $keys }
erased = What was said here has been erased.
operator-no-such-person = { $person } is nobody we know. Write slack:U0123ABCD, telegram:8001 or our own id of them.
operator-exported = { $rows } rows and { $files } files are in { $folder }. Make sure of who asks before you hand it over.
operator-erase-dry = { $name }: { $tickets } tickets, { $messages } messages and { $files } files would be forgotten for good.
operator-erase-open = Not closed yet: { $keys }. They stay as they are, without their words.
operator-erase-how = To do so: npm run desk -- erase { $person } --yes. Export first what must be handed over.
operator-erased = Forgotten: { $tickets } tickets, { $messages } messages. On the platforms { $deleted } copies are being deleted, { $emptied } first posts emptied.
operator-erase-owed = { $owed } of these still wait for a running desk to send them. Then do it once more, and the platforms’ ids go as well: npm run desk -- erase { $person } --yes
operator-erase-done = Nothing waits any more, and the platforms’ ids are forgotten, too.
operator-erase-stays = What stays: what people wrote themselves in Slack and Telegram, which a bot may not delete, and what only one person was shown; { $old } copies older than 48 hours in Telegram; backups, until they are 35 days old. Figures stay under a number.
operator-no-migration = The migrations have all that the tables need.
operator-nothing-parked = Nothing is parked.
operator-parked-again = When what made them fail is repaired: npm run desk -- parked --replay ID, or --replay all
operator-no-tables = This database has not the tables of this version: Deskhand has not started on it yet. Where yours runs on another one, set DATABASE_URL to that; with docker compose: docker compose run --rm deskhand desk …
operator-not-parked = { $id } is not parked. npm run desk -- parked lists what is.
operator-replayed =
    { $count ->
        [0] Nothing is parked.
        [one] One event waits again. The desk handles it now, or when it starts.
       *[other] { $count } events wait again. The desk handles them now, or when it starts.
    }
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

simulate-how = Say which desk, and when somebody asks: npm run desk -- simulate desks/demo.yaml --plan basic --priority normal --at "2026-11-20 16:55"
simulate-no-such = There is no { $what } { $value }. Write one of: { $allowed }
simulate-no-hour = { $value } is no hour. Write one of the desk’s zone, such as 2026-11-20 16:55
simulate-head = { $desk }: plan { $plan }, priority { $priority }, asked { $at } ({ $zone })
simulate-due =
    { WORD($promise) ->
        [first-response] First answer, { $target } of { $calendar }: due { $due }
        [next-response] Next answer, if they asked again right then, { $target } of { $calendar }: due { $due }
       *[other] Solution, { $target } of { $calendar }: due { $due }
    }
simulate-warned =
    { WORD($promise) ->
        [first-response] { $at } a warning that the first answer is due ({ $threshold })
        [next-response] { $at } a warning that the next answer is due ({ $threshold })
       *[other] { $at } a warning that the solution is due ({ $threshold })
    }
simulate-breached =
    { WORD($promise) ->
        [first-response] { $at } the word that the first answer is late
        [next-response] { $at } the word that the next answer is late
       *[other] { $at } the word that the solution is late
    }
simulate-escalated =
    { WORD($promise) ->
        [first-response] { $at } { $whom } hears that the first answer is late
        [next-response] { $at } { $whom } hears that the next answer is late
       *[other] { $at } { $whom } hears that the solution is late
    }
simulate-silence-head = If an agent answered right then, and the requester said nothing in { $status }:
simulate-silence =
    { WORD($does) ->
        [remind] { $at } the requester is reminded
        [cancel] { $at } the ticket is cancelled
       *[other] { $at } the ticket is closed
    }
check-plan = plan { $plan }, { $priority }: { $target } of { $calendar }, asked { $from }, is due { $due }
check-slower =
    { WORD($promise) ->
        [firstResponse] { $desk }: plan { $plan } promises the first answer to { $priority } later than plan { $lower }, which stands below it.
        [nextResponse] { $desk }: plan { $plan } promises the next answer to { $priority } later than plan { $lower }, which stands below it.
       *[other] { $desk }: plan { $plan } promises the solution of { $priority } later than plan { $lower }, which stands below it.
    }

## what the doctor finds (npm run doctor), and how to repair it

doctor-config = The configuration can be read.
doctor-config-fault = { $fault }
doctor-rest-unseen = The rest was not looked at: it needs the configuration.
doctor-database = PostgreSQL { $version }, database { $place }.
doctor-job-store = The MongoDB for Agenda’s jobs answers.
doctor-job-store-silent = The MongoDB at AGENDA_MONGODB_URL does not answer ({ $code }).
doctor-job-store-silent-repair = Correct the address or start it; or leave the variable out, and the jobs lie in the desk’s own database.
doctor-database-embedded = No DATABASE_URL: an embedded PostgreSQL is made at the first start. Good to begin with; give a company's desk its own.
doctor-database-fault = The embedded PostgreSQL does not start: { $fault }
doctor-database-fault-repair = Or set DATABASE_URL to a PostgreSQL of your own.
doctor-database-nobody = Nobody listens at DATABASE_URL ({ $code }).
doctor-database-nobody-repair = Start PostgreSQL, or correct host and port.
doctor-database-no-host = The host in DATABASE_URL is not known ({ $code }).
doctor-database-no-host-repair = Correct the host.
doctor-database-password = PostgreSQL refuses the user or the password in DATABASE_URL ({ $code }).
doctor-database-password-repair = Correct them; special characters in a password are written in percent code, @ as %40.
doctor-database-no-name = PostgreSQL is there, but not the database in DATABASE_URL ({ $code }).
doctor-database-no-name-repair = Make it with createdb, or correct the name at the end.
doctor-database-silent = The database at DATABASE_URL does not answer ({ $code }).
doctor-database-silent-repair = Correct the address, and see PostgreSQL's own log.
doctor-database-old = PostgreSQL { $version } is too old.
doctor-database-old-repair = Use PostgreSQL 14 or later.
doctor-database-closed = The database user may not make tables in { $place }.
doctor-database-closed-repair = Make the user the owner of the database, or: GRANT CREATE ON SCHEMA public TO the user.
doctor-database-tables =
    { $count ->
        [one] The tables are up to date ({ $count } migration).
       *[other] The tables are up to date ({ $count } migrations).
    }
doctor-database-behind =
    { $count ->
        [one] { $count } migration has not run yet.
       *[other] { $count } migrations have not run yet.
    }
doctor-database-behind-repair = The next start runs what is missing.
doctor-database-newer =
    { $count ->
        [one] The tables come from a newer Deskhand: { $count } of its migrations is not known here.
       *[other] The tables come from a newer Deskhand: { $count } of its migrations are not known here.
    }
doctor-database-newer-repair = Within a minor version they only add, so this program runs on them: leave them as they are. Tables of a later minor version want that version.
doctor-secret = SECRET is your own.
doctor-secret-made = SECRET is not set: one is made under `.deskhand/` at the first start.
doctor-secret-missing = SECRET is not set, although the database is external: another machine would make another one, and every button would be dead there.
doctor-secret-missing-repair = Write SECRET= and what `openssl rand -hex 32` prints into `.env`, the same for every replica.
doctor-files = Files go to { $path }.
doctor-files-absent = The folder for files, { $path }, is not there yet.
doctor-files-absent-repair = It is made when it is needed.
doctor-files-no-folder = FILES is no folder: { $path }
doctor-files-no-folder-repair = Name a folder.
doctor-files-unwritable = We may not write in the folder for files: { $path }
doctor-files-unwritable-repair = Give it to the user Deskhand runs as, or name another folder in FILES.
doctor-public-url = The platforms reach us at { $url }.
doctor-public-url-slack = The platforms reach us at { $url }; in Slack's app { $url }/slack/events stands as every request URL.
doctor-public-url-absent = PUBLIC_URL is not set.
doctor-public-url-absent-repair = Without SLACK_APP_TOKEN Slack must reach this program over https at a path ending in /slack/events: set PUBLIC_URL, or use Socket Mode.
doctor-public-url-not-https = PUBLIC_URL is { $url }, but the platforms speak to https only.
doctor-public-url-not-https-repair = Put a proxy with a certificate before PORT, and write its https address.
doctor-public-url-port = PUBLIC_URL is { $url }, but Telegram brings nothing to port { $port }.
doctor-public-url-port-repair = Use 443, 80, 88 or 8443.
doctor-desk = Desk { $desk }, keys like { $prefix }-1.
doctor-desk-warning = { $warning }
doctor-desk-fault = { $fault }
doctor-playground = No platform has a token: `npm start` runs the playground.
doctor-platform-absent = { $platform } has no token and is not served.
doctor-places-unseen = Channels and groups were not looked at: they stand in the desk files.

doctor-slack-token = Slack knows the bot: { $bot } in { $team } ({ $id }).
doctor-slack-token-refused = Slack refuses SLACK_BOT_TOKEN ({ $code }).
doctor-slack-token-refused-repair = Copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions on your Slack app's page; install the app first.
doctor-slack-org-wide = SLACK_BOT_TOKEN is for all of the organisation { $team }: Deskhand serves one workspace, and would hear nothing.
doctor-slack-org-wide-repair = Install the app in one workspace (Install to Workspace under OAuth & Permissions), and copy the token it gives.
doctor-slack-unreachable = Slack does not answer ({ $code }).
doctor-slack-unreachable-repair = Check that this machine reaches https://slack.com, and SLACK_API_URL if you set it.
doctor-slack-scopes =
    { $count ->
        [one] The bot has { $count } scope, which is all it needs.
       *[other] The bot has { $count } scopes, all it needs among them.
    }
doctor-slack-scopes-missing = The bot lacks scopes: { $scopes }.
doctor-slack-scopes-missing-repair = Add them under OAuth & Permissions, Bot Token Scopes (or paste the manifest again), then press Reinstall to Workspace. The token stays the same.
doctor-slack-app-token = Socket Mode is open to SLACK_APP_TOKEN.
doctor-slack-app-token-refused = Slack refuses SLACK_APP_TOKEN ({ $code }).
doctor-slack-app-token-refused-repair = Under Basic Information, App-Level Tokens, make one with the scope connections:write, and switch on Socket Mode.
doctor-slack-signing-secret = SLACK_SIGNING_SECRET cannot be asked of Slack: where it is wrong, Slack cannot verify the request URL.
doctor-slack-channel = { $name } ({ $id }): the bot is in.
doctor-slack-channel-unknown = The bot sees no channel { $id }.
doctor-slack-channel-unknown-repair = If it is private, write /invite @{ $bot } in it; else copy the id again from the foot of the channel's details.
doctor-slack-channel-archived = { $name } ({ $id }) is archived.
doctor-slack-channel-archived-repair = Bring it back in Slack, or name another channel in the desk file.
doctor-slack-channel-not-member = The bot is not in { $name } ({ $id }).
doctor-slack-channel-not-member-repair = Write /invite @{ $bot } in it.
doctor-slack-channel-open-to-all = The members of { $name } ({ $id }) are to be agents, but the channel is public: nobody is an agent by it.
doctor-slack-channel-open-to-all-repair = Make the channel private, or name people or a user group in the desk file.
doctor-slack-channel-readable = Agents work in { $name } ({ $id }), which everybody in the workspace can read.
doctor-slack-channel-readable-repair = Make it private if tickets are not for everybody.
doctor-slack-channel-shared = Agents work in { $name } ({ $id }), which is shared with another company: it would read every ticket.
doctor-slack-channel-shared-repair = End the sharing in Slack, or name another channel in the desk file.
doctor-slack-channel-guests = { $name } ({ $id }) is shared with another company, whose people cannot open tickets there.
doctor-slack-channel-unseen = { $id } could not be looked at ({ $code }).
doctor-slack-channel-unseen-repair = Look again in a minute. Where scopes are missing, add those first.
doctor-slack-group =
    { $count ->
        [one] User group { $id } has { $count } person.
       *[other] User group { $id } has { $count } people.
    }
doctor-slack-group-unknown = There is no user group { $id }.
doctor-slack-group-unknown-repair = Copy the id (S…) from the user group's page in Slack.
doctor-slack-group-empty = Nobody is in user group { $id }, so nobody has the role.
doctor-slack-group-empty-repair = Add people to it in Slack.
doctor-slack-group-unseen = User group { $id } could not be read ({ $code }).
doctor-slack-group-unseen-repair = The bot needs the scope usergroups:read for it.

doctor-telegram-token = Telegram knows the bot: @{ $name } ({ $id }).
doctor-telegram-topics = The bot has topics in private chats: each ticket of a customer gets one.
doctor-telegram-token-refused = Telegram refuses TELEGRAM_BOT_TOKEN ({ $code }).
doctor-telegram-token-refused-repair = Send /token to @BotFather and copy what it shows.
doctor-telegram-unreachable = Telegram does not answer ({ $code }).
doctor-telegram-unreachable-repair = Check that this machine reaches https://api.telegram.org, and TELEGRAM_API_ROOT if you set it.
doctor-telegram-cannot-join = The bot may not be added to groups, but a desk names one.
doctor-telegram-cannot-join-repair = Send /setjoingroups to @BotFather and choose Enable.
doctor-telegram-privacy-off = Privacy mode is off: the bot is sent everything said in any group it is added to.
doctor-telegram-privacy-off-repair = It needs private chats only. Send /setprivacy to @BotFather and choose Enable.
doctor-telegram-polling = Updates are polled; no webhook stands in the way.
doctor-telegram-webhook = Updates come by webhook to { $host }.
doctor-telegram-webhook-absent = No webhook is set yet, for { $host }.
doctor-telegram-webhook-absent-repair = The next start sets it.
doctor-telegram-webhook-in-the-way = Updates are to be polled, but a webhook is set to { $host }: another program may be using this bot.
doctor-telegram-webhook-in-the-way-repair = Make a bot of its own for Deskhand. If the webhook is a leftover, the next start removes it.
doctor-telegram-webhook-elsewhere = The webhook is set to { $host } instead of { $wanted }: another program may be using this bot.
doctor-telegram-webhook-elsewhere-repair = Make a bot of its own for Deskhand. If the webhook is a leftover, the next start sets it anew.
doctor-telegram-webhook-deaf = The webhook does not ask for { $kinds }.
doctor-telegram-webhook-deaf-repair = The next start sets it anew.
doctor-telegram-webhook-failing =
    { $count ->
        [one] Telegram cannot bring { $count } update: { $error }
       *[other] Telegram cannot bring { $count } updates: { $error }
    }
doctor-telegram-webhook-failing-repair = Start the desk if it does not run. 401 means another TELEGRAM_WEBHOOK_SECRET, which a restart sets anew; else see the proxy before it.
doctor-telegram-webhook-failed = Telegram once could not bring an update: { $error }. Nothing waits any more.
doctor-telegram-pending =
    { $count ->
        [one] { $count } update waits at Telegram, for a day at most.
       *[other] { $count } updates wait at Telegram, for a day at most.
    }
doctor-telegram-group = { $name } ({ $id }): the bot is an administrator.
doctor-telegram-group-unknown = The bot sees no group { $id } ({ $code }).
doctor-telegram-group-unknown-repair = Add it to the group, or correct the id in the desk file.
doctor-telegram-group-not-admin = The bot is no administrator of { $name } ({ $id }).
doctor-telegram-group-not-admin-repair = Make it one, with the rights to manage topics and to delete messages.
doctor-telegram-group-no-topics = { $name } ({ $id }) has no topics, and every ticket needs one.
doctor-telegram-group-no-topics-repair = Switch Topics on in the group’s settings. Its id may be another afterwards: look here again.
doctor-telegram-group-topics-not-ours = The bot may not manage topics in { $name } ({ $id }), and every ticket needs one.
doctor-telegram-group-topics-not-ours-repair = Give it the right “Manage topics” among the group’s administrators.
doctor-telegram-group-cannot-delete = The bot may not delete messages in { $name } ({ $id }): what was taken back or erased may stay there.
doctor-telegram-group-cannot-delete-repair = Give it the right “Delete messages” among the group’s administrators.
doctor-telegram-group-open-to-all = The members of { $name } ({ $id }) are to be agents, but the group is public: nobody is an agent by it.
doctor-telegram-group-open-to-all-repair = Make the group private, or name people in the desk file.
doctor-telegram-group-readable = Agents work in { $name } ({ $id }), a public group, which everybody can read.
doctor-telegram-group-readable-repair = Make it private if tickets are not for everybody.

doctor-or-fix = Or: npm run doctor -- --fix
doctor-fixed = Repaired: { $fault }
doctor-fix-failed = Could not be repaired ({ $why }): { $fault }
doctor-all-well = Nothing is wrong.
doctor-faults =
    { $count ->
        [one] { $count } thing is wrong.
       *[other] { $count } things are wrong.
    }
