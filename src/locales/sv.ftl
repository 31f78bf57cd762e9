# Svenska. Skrivreglerna är desamma som i en.ftl.
#
# Tilltal: du. Ett ord för varje sak:
#   ticket ärende · key ärendenummer · subject rubrik · requester anmälare · agent handläggare · assignee ansvarig
#   message meddelande · note intern anteckning · reply svar · macro svarsmall · tag etikett · form formulär
#   channel kanal · triage channel ärendekanal · thread tråd · topic (Telegram) ämne · workspace arbetsyta
#   desk servicedesk (till den som frågar: vi) · organisation organisation · plan avtal · type typ · priority prioritet
#   turn tur · watcher följare, följa · link koppling, koppla · merge slå ihop · split bryta ut · snooze skjuta upp
#   due senast · late försenat · reminder påminnelse · rating betyg · solved/resolved löst · cancelled avbrutet
#   closed stängt · for good för gott · reopen öppna igen · quiet hours tysta tider · roadmap planering

## a ticket begins

ticket-opened = Tack! Ditt ärende har nummer **{ $key }**: { $subject }
ticket-opened-how-to-follow = Svaret kommer här. Vill du lägga till något är det bara att skriva. `/status { $key }` visar hur det går.
ticket-opened-with-link = Ärende **{ $key }** är öppnat. [Följ det här]({ $link })
raised-from-message-link = Ärendet är skapat av [det här meddelandet]({ $link }).
raised-already = Det här meddelandet är redan ärende **{ $key }**.
earlier-are-there = Ärendet skapades mitt i en tråd. Det som skrevs tidigare kan tas med.
button-bring-earlier = Ta med tidigare meddelanden
earlier-brought =
    { $count ->
        [one] { $by } tog med ett tidigare meddelande från tråden:
       *[other] { $by } tog med { $count } tidigare meddelanden från tråden:
    }
earlier-brought-told =
    { $count ->
        [one] Ett tidigare meddelande från den här tråden följde med. Bara de som svarar dig ser det i ärendet.
       *[other] { $count } tidigare meddelanden från den här tråden följde med. Bara de som svarar dig ser dem i ärendet.
    }
earlier-none = Det finns inget mer att ta med: allt som skrevs tidigare är redan där.
earlier-by = { $name } · tidigare, { $at }
ticket-split-for-you = En del av **{ $from }** är nu ett eget ärende, **{ $key }**: { $subject }
ticket-follows = **{ $from }** är stängt för gott. Det här blev därför ett nytt ärende som hör ihop med det, **{ $key }**: { $subject }
questions-first = Svara på några frågor först, så kan det bli ett ärende.
unopened-form = Formuläret öppnades inte. Inget har gått förlorat: den här knappen öppnar det.
opened-for-them = Ärende **{ $key }** är öppnat åt { $name }: { $subject }
ticket-opened-for-you = Ett ärende har öppnats åt dig: **{ $key }** { $subject }

## the card in the triage channel

card-heading = { $key } · { $subject }
card-requester = Anmälare
card-organisation = Organisation
card-type = Typ
card-priority = Prioritet
card-status = Status
card-assignee = Ansvarig
card-nobody = Ingen än
card-turn = Vems tur
card-category = Kategori
strangers-read-card = Personer från ett annat företag läser den här kanalen. Inget internt visas här: inga anteckningar, tider eller namn.
turn-ours = Vår
turn-requester = Anmälarens
turn-other = Någon annans
turn-nobody = Ingens
card-snoozed = Uppskjutet till
card-private = Privat för
card-watchers = Följs också av
card-tags = Etiketter
link-related = Hör ihop med
link-duplicate-of = Dubblett av
link-has-duplicate = Har dubblett
link-follow-up-of = Uppföljning av
link-has-follow-up = Följs upp i
link-caused-by = Orsakat av
link-causes = Orsak till
link-split-from = Utbrutet ur
link-has-split = Uppdelat i
card-elsewhere = Ärendet fortsätter i en annan kanal.
card-unshared = Ärendet delas inte längre med dig.
card-public-again = Ärendet delas med alla handläggare igen och fortsätter i sin kanal.

## buttons

button-take = Ta ärendet
button-assign = Tilldela
button-priority = Prioritet
button-status = Status
button-note = Anteckna
button-reply = Svara
button-resolve = Markera som löst
button-reopen = Öppna igen
button-still-need-help = Jag behöver fortfarande hjälp
button-send-anyway = Skicka ändå
button-new-question = Ny fråga i stället
button-leave = Sluta följa
button-take-out = Ta bort { $name }
button-fill-form = Öppna formuläret
button-skip = Hoppa över
button-back = Tillbaka
button-cancel = Avbryt
button-send = Skicka
button-done = Klart
button-edit = Redigera…
button-details = Detaljer…
button-go-there = Gå dit
button-undo = Ångra
button-macro = Svarsmall…
button-split-one = Bara det här meddelandet
button-split-rest = Det här och allt efter

## forms

form-new-title = Nytt ärende
form-note-title = Intern anteckning
form-reply-title = Svara
form-submit = Öppna ärende
form-save = Spara
form-send = Skicka
form-close = Avbryt
form-raised-intro = Ärendet börjar med det här meddelandet: { $words }
field-subject = Rubrik
field-subject-hint = En rad om vad det gäller
field-date-hint = Till exempel 2026-12-31
field-file-hint = Skicka bilder eller filer här, en i taget.
field-description = Vad har hänt?
field-type = Vad gäller det?
field-desk = Vem ska hjälpa dig?
field-category = Kategori
field-priority = Prioritet
field-note = Anteckning till kollegorna
field-reply = Svar till anmälaren
field-still-ours = Det är fortfarande vår tur
field-after-sending = När det är skickat
answer-yes = Ja
answer-no = Nej
form-edit-title = Redigera ärendet
form-details-title = Detaljer
field-requester = Anmälare
field-requester-other = Eller en anmälare som inte finns i Slack
field-requester-other-hint = Numret på ett annat av personens ärenden, eller personens Telegram-id
field-for-whom = För vem?
field-for-whom-hint = Lämna tomt om det gäller dig själv
field-edit-type = Typ
field-plan = Avtal
field-plan-hint = Tiderna räknas från när ärendet öppnades
field-edit-desk = Servicedesk
field-channel = Ärendekanal
field-channel-main = Huvudkanalen
field-snooze-date = Skjut upp till
field-snooze-date-hint = Tomt: inte uppskjutet. Skriver anmälaren kommer ärendet tillbaka direkt.
field-snooze-time = Vilken tid? ({ $zone })
field-snooze-time-hint = Till exempel 09:30. Tomt: 09:00
field-private-to = Privat för
field-private-to-hint = Ingen vald: alla handläggare kan läsa ärendet
field-blocked = Blockera anmälaren?
field-blocked-hint = Det personen skriver till oss sparas men går inte vidare
field-tags = Etiketter
field-tags-hint = Ord att söka på, med mellanslag emellan. Anmälaren ser dem inte.
field-link-to = Koppla till ett annat ärende
field-link-to-hint = Ärendenumret, till exempel DEMO-17
field-link-kind = Det här ärendet
kind-related = hör ihop med det andra
kind-duplicate-of = är en dubblett av det andra
kind-follow-up-of = är en uppföljning av det andra
kind-caused-by = är orsakat av det andra
form-macro-title = Svara med en mall
field-macro = Vilken mall?
field-macro-then = Sedan blir statusen { $status }.
field-macro-text-hint = Ändra som du vill. Det du fyller i här ovanför ersätter { $blanks }.

## what would make a form easier to answer

hint-vague-subject = Rubriken säger inte så mycket. Vad gäller det, med några få ord? ”Fakturan visar fel summa” får svar snabbare än ”Problem”.
hint-bug-without-steps = Vad gjorde du innan det hände, steg för steg? Utan det kan vi bara gissa.
hint-bug-without-result = Vad väntade du dig, och vad hände i stället?
hint-screenshots-help = En skärmbild säger ofta mer. Bifoga gärna en.
hint-send-anyway = Du kan också skicka som det är: tryck på knappen en gång till.

## what is wrong with an answer

error-required = Fyll i det här.
error-not-an-option = Välj något av: { $allowed }
error-not-a-number = Skriv ett tal, till exempel 12 eller 1,5.
error-not-a-date = Skriv ett datum, till exempel 2026-12-31.
error-not-a-version = Skriv en version, till exempel 6.2.1.
error-not-an-email = Skriv en e-postadress, till exempel namn@example.com.
error-not-a-url = Skriv en webbadress som börjar med https://
error-not-a-release = Skriv kvartalet det är planerat till, till exempel 2026-Q4 eller 2026-Q4 sprint 3.
error-too-long =
    { $max ->
        [one] Det är för långt: högst { $max } tecken får plats.
       *[other] Det är för långt: högst { $max } tecken får plats.
    }
error-too-many =
    { $max ->
        [one] Det är för många: välj högst { $max }.
       *[other] Det är för många: välj högst { $max }.
    }
answer-in-words = Det sparas och följer med ärendet. Men själva frågan behöver du svara på i text eller med en knapp.
answer-file = Skicka en bild eller fil här, eller gå vidare med en knapp.
answer-too-late = Det här var ett svar i ett formulär som är stängt nu, så det du ändrade har inte nått oss. Skriv det i ett nytt meddelande.
files-kept =
    { $count ->
        [one] { $count } fil är mottagen. Skicka en till, eller tryck på Klart.
       *[other] { $count } filer är mottagna. Skicka en till, eller tryck på Klart.
    }
error-not-a-time = Skriv en tid, till exempel 09:30.
error-time-is-past = Den tiden har redan varit.
error-snooze-date = Välj ett datum till tiden.
error-no-such-requester = Ingen hittades. Skriv ett ärendenummer, eller Telegram-id för någon som har skrivit till boten.
error-no-such-ticket = Det finns inget ärende { $key } som du kan koppla till.
error-not-a-tag = { $word } går inte som etikett: bara bokstäver, siffror och bindestreck, högst { $max } tecken.

## who hears a message

held-note = Det här stannar mellan oss eftersom det börjar med `//`. Anmälaren ser det inte.
held-shared = **Personer från ett annat företag läser den här kanalen (Slack Connect) och ser alltså det här.** Anmälaren ser det inte. Ta bort det om det inte är till för dem. Gör ärendet privat för enskilda kollegor (Redigera) innan du skriver fler anteckningar, eller se till att kanalen slutar delas.
note-withheld = **Din anteckning i { $key } visades inte här: personer från ett annat företag har börjat läsa den här kanalen (Slack Connect).** Den finns kvar i ärendet. Gör ärendet privat för enskilda kollegor (Redigera) eller se till att kanalen slutar delas, och skriv den en gång till.
held-secret = Det här stannar mellan oss eftersom det ser ut som en nyckel eller ett kortnummer. Anmälaren ser det inte.
undone = Ditt svar i **{ $key }** är tillbakadraget: anmälaren ser det inte längre.
held-mention = Det här stannar mellan oss eftersom det är riktat till { $name }. Anmälaren ser det inte.
held-broadcast = Det här stannar mellan oss eftersom det också skickades till kanalen. Anmälaren ser det inte.
sent-anyway = Skickat till anmälaren i { $key }.
note-by = Anteckning av { $name }
how-to-note = Skriv det i det här ämnet och börja med `//`, så ser anmälaren det inte.
how-to-reply = Skriv det i det här ämnet och börja med `>>`, så skickas det till anmälaren.
uncarried =
    { WORD($kind) ->
        [story] { $name } skickade en händelse. Den kan inte visas här.
        [file] { $name } skickade en fil som vi inte får hämta.
        [attachment] { $name } vidarebefordrade något. Det kan inte visas här.
       *[other] { $name } skickade något av en annan sort ({ $kind }). Det kan inte visas här.
    }
uncarried-named = { uncarried } ({ $file })
late-note = Det här skrevs tidigare men kom fram sent.
shared-location = { $name } delade en plats: { $link }
shared-location-named = { $name } delade en plats, { $title }: { $link }
shared-contact = { $name } delade en kontakt: { $contact }, { $phone }
shared-poll = { $name } skickade en omröstning: { $question } ({ $options })
shared-dice = { $name } kastade { $emoji }: { $value }
in-answer-to = Svar till { $name }: ”{ $words }”
file-linked = { $file } ({ $size }) är för stor för att visas här. Du kan hämta den i en vecka: { $link }
file-too-big-for-platform = En fil som följde med är för stor för att visas här: { $file } ({ $size })
file-gone = En fil följde med men gick inte att hämta: { $file }
file-too-big = En fil som följde med är för stor för att skickas vidare: { $file }
edited = redigerat
deleted-yours = Klart, meddelandet är borttaget.
delete-what = Vill du ta bort ett meddelande svarar du på det med `/delete`. Det går bara med sådant du själv har skrivit här.
edited-shown = Redigerat: { $before } → { $after }
edited-shown-late = Redigerat efter ditt svar: { $before } → { $after }
edited-late = { $name } redigerade ett meddelande efter ditt svar: { $before } → { $after }
deleted-by-requester = { $name } tog bort ett meddelande.
deleted-late = { $name } tog bort ett meddelande som du redan har svarat på.
deleted-by-author = Meddelandet togs bort av den som skrev det.
file-not-taken-back = Det borttagna meddelandet skickades för länge sedan för att filen ska kunna tas tillbaka: där den hamnade går den fortfarande att öppna.

## what happened to a ticket

taken = { $name } har tagit ärendet.
assigned = { $by } gjorde { $name } ansvarig för ärendet.
unassigned = Ingen är ansvarig för ärendet nu.
priority-changed = { $by } ändrade prioriteten till { $priority }.
status-changed = { $by } ändrade statusen till { $status }.
resolved-by = { $by } markerade ärendet som löst.
resolved-for-requester = Vi tror att **{ $key }** är löst. Om inte är det bara att skriva här, så öppnas det igen.
resolved-by-yourself = **{ $key }** är markerat som löst. Var det för tidigt är det bara att skriva här, så öppnas det igen.
resolved-for-watcher = { $name } säger att **{ $key }** är löst.
closed-by-you = **{ $key }** är stängt. Var det för tidigt är det bara att skriva här, så öppnas det igen.
resolved-by-requester = { $name } säger att det är löst.
reopened-by = { $by } öppnade ärendet igen.
reopened-for-requester = **{ $key }** är öppet igen. Vi återkommer till dig här.
assigned-by-turn = Turen gick till { $name }, som nu är ansvarig för ärendet.
unassigned-left = { $name } arbetar inte längre här. Ingen är ansvarig för ärendet nu.
subject-changed = { $by } ändrade rubriken: { $subject }
type-changed = { $by } ändrade typen till { $type }.
category-set = { $by } ändrade kategorin till { $category }.
field-changed = { $by } ändrade { $field } till { $value }.
field-yes = { $by } svarade ja på { $field }.
field-no = { $by } svarade nej på { $field }.
field-cleared = { $by } tömde { $field }.
field-set = Klart, **{ $key }** är uppdaterat.
queue-mine = **På ditt bord** ({ $count })
queue-unassigned = **Utan ansvarig** ({ $count })
queue-due = **Närmast i tid** ({ $count })
queue-waiting = **Dina som väntar på någon annan** ({ $count })
queue-empty = Listan är tom.
queue-line = **{ $key }** · { $subject } · { $status }
queue-line-due = **{ $key }** · { $subject } · { $status } · senast { $due }
home-new = Nytt ärende
home-own = **Dina ärenden** ({ $count })
home-own-none = Du har inga öppna ärenden. Tryck på knappen för att ställa en fråga, eller skriv direkt till mig.
find-how = Skriv vad du letar efter, till exempel `find faktura mars` eller en del av ett ärendenummer.
find-none = Inget du har tillgång till innehåller alla de orden.
find-head =
    { $count ->
        [one] { $count } ärende hittades:
       *[other] { $count } ärenden hittades:
    }
find-more =
    { $count ->
        [one] … och { $count } till. Lägg till ett ord för att hitta färre.
       *[other] … och { $count } till. Lägg till ett ord för att hitta färre.
    }
roadmap-head = Planering
roadmap-empty = Inget av det du kan se här är planerat än.
roadmap-part = **{ $when }**
roadmap-line = **{ $key }** · { $subject } · { $status }
card-planned = Planerat till
planned-for = Nytt om **{ $key }**: det är planerat till { $release }.
category-cleared = { $by } tog bort kategorin.
requester-changed = { $by } gjorde { $name } till anmälare. Det som skrevs tidigare visas inte för den nya anmälaren.
no-longer-yours = **{ $key }** fortsätter utan dig. Behöver du något är det bara att skriva igen.
desk-moved = { $by } flyttade hit ärendet från { $desk }.
channel-moved = { $by } flyttade ärendet till den här kanalen. De senaste meddelandena står här ovanför.
moved-away = { $by } flyttade ärendet till en annan kanal. Det fortsätter där.
snoozed-until = { $by } sköt upp ärendet till { $until }.
woken-due = Nu är det dags: ärendet är tillbaka.
woken-by = { $by } tog fram ärendet igen.
made-private = { $by } gjorde ärendet privat för { $names }. Skriv till anmälaren här, i din egen chatt.
private-still-watched = På anmälarens sida följs det fortfarande av { $names }. Med `/ticket unwatch` tar du bort en följare.
private-from-now = Ärendet är privat från och med nu. Det vi hade skrivit här är borttaget, och ärendet fortsätter privat hos dem det delas med.
private-goes-on-elsewhere = Ärendet är privat nu. Det du skrev här sparades som en anteckning och skickades inte. Ärendet fortsätter privat hos dem det delas med.
made-public = { $by } delade ärendet med alla handläggare igen.
watcher-added = { $by } lade till { $name } som följare av **{ $key }**. En följare läser det som skrivs till anmälaren och kan själv skriva.
watcher-came = { $name } följer nu **{ $key }** och kan skriva i ärendet.
watcher-left = { $name } följer inte längre **{ $key }**.
watcher-removed = { $by } tog bort { $name } som följare av **{ $key }**.
watching-brought = { $by } lade till dig som följare av **{ $key }** { $subject }
watching-now = Du följer **{ $key }** { $subject }
watching-merged = **{ $from }** fortsätter i **{ $key }** { $subject }, och du följer med.
watching-how-thread = Det du skriver i den här tråden går till alla som är med i ärendet, med ditt namn.
watching-so-far = Här är det senaste som har skrivits.
watching-how-chat = Svara på något av meddelandena, så går det till alla som är med i ärendet, med ditt namn. Skriv `/unwatch { $key }` för att sluta följa.
watching-over = Du följer inte längre **{ $key }**.
watch-done = Klart, **{ $key }** följs nu också av { $names }.
watch-already = **{ $key }** följs redan av { $names }.
watch-whom = Skriv vilken kollega du vill ta med: `/ticket watch { $key } @kim`
watch-link = Ge den här länken till dem du vill ta med i **{ $key }**: { $link } Den gäller för { $people } personer i { $days } dagar. Den som öppnar länken läser ärendet och kan skriva i det, och du får veta vilka som kommer med.
watched-by = Följare av **{ $key }**:
watched-by-nobody = Ingen annan följer **{ $key }**.
watched-not-by-them = Den personen följer inte **{ $key }**.
unwatch-done = Klart, den personen följer inte längre **{ $key }**.
requester-blocked = { $by } blockerade { $name }. Det som kommer därifrån sparas men går inte vidare.
requester-unblocked = { $by } tog bort blockeringen av { $name }.
blocked-told = Vi tar inte längre emot meddelanden från dig här. Det du skrev är sparat.
limit-kept =
    { $minutes ->
        [one] Det var mycket på en gång. Inget går förlorat: det du skrev är sparat och tas emot inom { $minutes } minut.
       *[other] Det var mycket på en gång. Inget går förlorat: det du skrev är sparat och tas emot inom { $minutes } minuter.
    }
heard-late = Förlåt, vi kunde inte höra dig på ett tag. Det du skrev har kommit fram nu, och tiden räknas från när du skrev det.

## time: promises, silence, ratings

card-due-first-response = Första svar senast
card-due-next-response = Nästa svar senast
card-due-resolution = Löst senast
breach-warned =
    { WORD($promise) ->
        [first-response] Snart dags för första svaret: senast { $due }.
        [next-response] Snart dags för nästa svar: senast { $due }.
       *[other] Snart ska ärendet vara löst: senast { $due }.
    }
breached =
    { WORD($promise) ->
        [first-response] Första svaret skulle ha kommit senast { $due } och är nu försenat.
        [next-response] Nästa svar skulle ha kommit senast { $due } och är nu försenat.
       *[other] Ärendet skulle ha varit löst senast { $due } och är nu försenat.
    }
breach-retracted =
    { WORD($promise) ->
        [first-response] Rättelse: första svaret gavs i tid. Det var bara meddelandet som kom fram sent.
        [next-response] Rättelse: svaret gavs i tid. Det var bara meddelandet som kom fram sent.
       *[other] Rättelse: ärendet löstes i tid. Det var bara meddelandet som kom fram sent.
    }
escalated =
    { WORD($promise) ->
        [first-response] Ingen har gett ett första svar än.
        [next-response] Ingen har svarat än.
       *[other] Ärendet är inte löst än.
    }
undelivered =
    { $posts ->
        [one] Ett meddelande kunde inte levereras.
       *[other] { $posts } meddelanden kunde inte levereras.
    }
deliveries-retried =
    { $posts ->
        [one] { $by } skickar meddelandet igen.
       *[other] { $by } skickar { $posts } meddelanden igen.
    }
button-retry = Försök igen
escalation-acknowledged = { $by } har sett att det är försenat och tar hand om det.
for-somebody = Till { $name }:
digest-head =
    { $count ->
        [one] Ett ärende behöver ses över
       *[other] { $count } ärenden behöver ses över
    }
digest-warned =
    { WORD($promise) ->
        [first-response] **{ $key }** { $subject }: första svar senast { $due }.
        [next-response] **{ $key }** { $subject }: nästa svar senast { $due }.
       *[other] **{ $key }** { $subject }: ska vara löst senast { $due }.
    }
digest-late =
    { WORD($promise) ->
        [first-response] **{ $key }** { $subject }: första svaret är försenat sedan { $due }.
        [next-response] **{ $key }** { $subject }: nästa svar är försenat sedan { $due }.
       *[other] **{ $key }** { $subject }: lösningen är försenad sedan { $due }.
    }
digest-more =
    { $count ->
        [one] … och ett till.
       *[other] … och { $count } till.
    }
button-acknowledge = Jag tar hand om det
button-acknowledge-key = { $key }: jag tar hand om det
button-why = Varför?
button-no-reply-needed = Inget svar behövs
quiet-set = Från och med nu blir du inte störd { $hours } ({ $zone }). Stäng av det med `/desk quiet off`.
quiet-off = Du har inga egna tysta tider längre. Du blir ändå inte störd utanför våra öppettider.
quiet-how = Skriv när du inte vill bli störd, till exempel `/desk quiet 22-7`, eller `/desk quiet off`.
why-head = { $key }: vad som är utlovat och hur tiden har gått (avtal { $plan }, prioritet { $priority }, tider i { $zone })
why-category = För kategorin { $category } räknar avtalet { $plan } tiderna i { $calendar }.
why-nothing = Inget är utlovat för det här ärendet.
why-clock =
    { WORD($promise) ->
        [first-response] **Första svar**: { $target } enligt kalendern { $calendar }, räknat från { $since }.
        [next-response] **Nästa svar**: { $target } enligt kalendern { $calendar }, räknat från { $since }.
       *[other] **Lösning**: { $target } enligt kalendern { $calendar }, räknat från { $since }.
    }
why-due = Senast { $due }.
why-late = Skulle ha varit klart senast { $due } och är försenat.
why-met = Klart { $stopped }, skulle vara klart senast { $due }.
why-paused = Klockan står stilla medan statusen är { $status }.
why-asleep = Avtalet { $plan } lovar inget för prioriteten { $priority }.
why-cancelled = Räknas inte längre.
why-segment = { $from } – { $to }  { $length }  { WORD($state) ->
        [running] klockan går
        [paused] klockan står: { $because }
        [holiday] helgdag: { $because }
       *[other] utanför tiderna i { $because }
    }
why-earlier =
    { $count ->
        [one] … en tidigare period visas inte.
       *[other] … { $count } tidigare perioder visas inte.
    }
why-used = { $used } av { $target } har gått.
no-reply-needed = { $by } säger att det senaste meddelandet inte behöver något svar.
requester-reminded = Anmälaren fick en påminnelse om att vi väntar på svar.
silence-reminder = Vi väntar på svar från dig i **{ $key }**. Är det löst?
silence-reminder-until = Vi väntar på svar från dig i **{ $key }**. Hör vi inget stänger vi ärendet { $until }.
help-still-needed = { $by } säger att det inte är löst än.
help-is-coming = Tack. **{ $key }** förblir öppet, och de som arbetar med det vet att du fortfarande behöver hjälp.
silence-halted = Meddelandet inför stängningen nådde inte anmälaren, så ärendet förblir öppet. Försök på ett annat sätt, eller markera det som löst.
silence-halted-unheard = Det senaste svaret nådde inte anmälaren, så ärendet förblir öppet. Försök på ett annat sätt, eller markera det som löst.
silence-closes = Hör vi inget stänger vi ärendet { $until }.
closed-by-silence = Vi har inte hört något, så **{ $key }** är stängt. Det är bara att skriva här, så öppnas det igen.
cancelled-by-silence = Vi har inte hört något, så **{ $key }** är avbrutet. Det är bara att skriva här, så öppnas det igen.
closed-by-silence-here = Stängt: anmälaren har inte svarat.
cancelled-by-silence-here = Avbrutet: anmälaren har inte svarat.
plan-changed = { $by } ändrade avtalet till { $plan }.
history-closed = stängdes för gott
history-rating-asked = anmälaren fick frågan om betyg
history-rating-lapsed = anmälaren fick inte frågan om betyg igen i tid
history-rating-comment = { $name } kommenterade betyget
rating-question = Vad tyckte du om vårt svar på **{ $key }** ({ $subject })? 1 är sämst och { $scale } är bäst.
rating-question-again = Vi vill fortfarande gärna veta vad du tyckte om vårt svar på **{ $key }** ({ $subject }). 1 är sämst och { $scale } är bäst. Vi frågar inte igen.
rating-given = Du gav vårt svar på **{ $key }** betyget { $score } av { $scale }. Tryck igen om du vill ändra det.
rating-comment-how =
    { $minutes ->
        [one] Skriv din kommentar nu: det du skriver här inom { $minutes } minut följer med ditt betyg på **{ $key }**.
       *[other] Skriv din kommentar nu: det du skriver här inom { $minutes } minuter följer med ditt betyg på **{ $key }**.
    }
rating-comment-kept = Tack! De som svarade dig får läsa din kommentar.
rating-comment-by = { $name } om betyget
button-rating-comment = Lägg till en kommentar
button-rating-no-comment = Ingen kommentar
form-rating-comment-title = Kommentera betyget
field-rating-comment = Vad var bra, och vad var mindre bra?
rated = { $name } ger svaret betyget { $score } av { $scale }.
rated-anew = { $name } ändrade betyget på svaret från { $before } till { $score }.
refusal-only-the-requester-rates = Bara den som ställde frågan i { $key } kan sätta betyg.
refusal-rating-is-over = Det går inte längre att sätta betyg på { $key }.
button-solved = Löst
refusal-no-such-plan = Det finns inget avtal { $plan } här.
refusal-priority-not-offered = Avtalet { $plan } omfattar inte den prioriteten. Välj bland: { $allowed }.
back-at = Ingen är här just nu. Vi är tillbaka { $at }.
merged = { $by } slog ihop ärendet med { $into }. Det fortsätter där.
merged-in = { $by } slog ihop { $key } med det här ärendet.
merged-for-requester = **{ $key }** gäller ungefär samma sak som **{ $into }** och fortsätter där. Det är bara att skriva vidare.
merged-now = { $key } fortsätter i { $into }.
merged-older = { $key } är det äldre ärendet: tiden som dess lösning har tagit räknas inte längre. Vill du hellre fortsätta i { $key }, ångra hopslagningen och slå sedan ihop { $into } med { $key }.
unmerged = { $by } ångrade hopslagningen: ärendet fortsätter på egen hand igen, skilt från { $key }.
merge-undone = { $by } ångrade hopslagningen: { $key } fortsätter på egen hand igen. Det som har skrivits här sedan dess blir kvar här.
unmerged-for-requester = **{ $key }** är ett eget ärende igen, skilt från **{ $from }**. Det är bara att skriva vidare här.
unmerged-now = { $key } fortsätter på egen hand igen, skilt från { $from }.
linked =
    { WORD($kind) ->
        [duplicate-of] { $by } kopplade ärendet: det är en dubblett av { $key }.
        [has-duplicate] { $by } kopplade ärendet: { $key } är en dubblett av det.
        [follow-up-of] Ärendet är en uppföljning av { $key }, enligt { $by }.
        [has-follow-up] Ärendet följs upp i { $key }, enligt { $by }.
        [caused-by] { $by } kopplade ärendet: det är orsakat av { $key }.
        [causes] { $by } kopplade ärendet: det är orsak till { $key }.
        [split-from] { $by } bröt ut ärendet ur { $key }.
        [has-split] { $by } bröt ut en del av ärendet till ett eget: { $key }.
       *[other] { $by } kopplade ihop ärendet med { $key }.
    }
unlinked = { $by } tog bort kopplingen till { $key }.
linked-now = { $key } är kopplat till { $other }.
unlinked-now = { $key } och { $other } är inte längre kopplade.
linked-moved = { $key }, som är kopplat till det här ärendet, har ändrats.
tagged = { $by } satte etiketter på ärendet: { $tags }
untagged = { $by } tog bort etiketter: { $tags }
tags-now = Etiketter på { $key }: { $tags }
tags-none = { $key } har inga etiketter.
split-choose = Ett nytt ärende ur { $key }, som börjar med ”{ $words }”. Vad ska tas med?
split-which = Vilket meddelande i { $key } ska det nya ärendet börja med?
split-now = { $key } är utbrutet ur { $from }, och anmälaren har fått veta det.
relate-how =
    Så kopplar du ihop och delar upp ärenden:

    - `{ $command } link DEMO-17 to DEMO-12 as duplicate` (eller `follow-up`, `caused by`, `related`)
    - `{ $command } unlink DEMO-17 from DEMO-12`
    - `{ $command } tag DEMO-17 skrivare vip` och `{ $command } untag DEMO-17 vip`
    - `{ $command } list tag:skrivare` hittar dem igen
    - `{ $command } split DEMO-17` gör ett eget ärende av ett meddelande
    - `{ $command } unmerge DEMO-17` ångrar en hopslagning
macro-which = Vilket svar till anmälaren i { $key }?
macro-shown = Det här skickas till anmälaren i { $key }:
macro-copy = Kopiera det här, fyll i { $blanks } och skicka det i ämnet för { $key } med `>>` först:
report-head = **Så gick det { $from } – { $to }** ({ $zone })
report-volume = Öppnade { $opened }, lösta { $resolved }, fortfarande öppna { $backlog }.
report-promise =
    { WORD($promise) ->
        [first-response] **Första svar**: median { $median }, nio av tio inom { $p90 }. I tid { $share } (hållna { $met }, försenade { $breached }, inte räknade { $cancelled }).
        [next-response] **Nästa svar**: median { $median }, nio av tio inom { $p90 }. I tid { $share } (hållna { $met }, försenade { $breached }, inte räknade { $cancelled }).
       *[other] **Lösning**: median { $median }, nio av tio inom { $p90 }. I tid { $share } (hållna { $met }, försenade { $breached }, inte räknade { $cancelled }).
    }
report-rating = **Betyg**: { $average } av 5 (svar: { $count }).
report-by-desk = **Per servicedesk**
report-by-type = **Per typ**
report-by-priority = **Per prioritet**
report-by-category = **Per kategori**
report-by-tag = **Per etikett**
report-by-plan = **Per avtal**
report-by-agent = **Per handläggare**
report-group = { $name }: öppnade { $opened }, lösta { $resolved }, fortfarande öppna { $backlog }; första svar { $first }, i tid { $share }; lösning { $solved }; betyg { $average }
report-group-nobody = Ingen ansvarig: öppnade { $opened }, lösta { $resolved }, fortfarande öppna { $backlog }; första svar { $first }, i tid { $share }; lösning { $solved }; betyg { $average }
report-more =
    { $count ->
        [one] … och en till.
       *[other] … och { $count } till.
    }
report-cut = Det fanns fler ärenden: bara de { $count } senaste är räknade.
report-csv = Som CSV, för den som driver servicedesken: `npm run desk -- report --csv --{ $over }`
refusal-merged-with-itself = { $key } kan inte slås ihop med sig självt.
refusal-requesters-differ = { $key } och { $into } har olika anmälare, och ingen av dem bör läsa vad den andra har skrivit. Svara på dem ett i taget.
refusal-too-many-watchers = { $key } har redan { $most } följare. Ta bort någon först.
refusal-only-colleagues = Du kan ta med personer från din egen arbetsyta. Skriv @namn. Vill du ha med någon annan, be oss om det.
refusal-watcher-is-blocked = Den personen kan inte tas med i { $key }.
refusal-invitation-is-over = Länken gäller inte längre. Be om en ny, eller skriv bara vad du behöver.
refusal-not-merged = { $key } är inte hopslaget med något annat ärende.
refusal-linked-with-itself = { $key } kan inte kopplas till sig självt.
refusal-not-linked = { $key } och { $other } är inte kopplade.
refusal-too-many-links = { $key } har redan för många kopplingar. Ta bort någon först.
refusal-not-a-tag = { error-not-a-tag }
refusal-too-many-tags = { $key } skulle få fler än { $max } etiketter. Ta bort några först.
refusal-nothing-to-split = Ett nytt ärende kan bara brytas ut ur ett meddelande från anmälaren.
refusal-split-of-private = { $key } är privat, men ett nytt ärende skulle synas för alla. Dela det med alla handläggare först.
refusal-move-of-private = { $key } är privat, och ingen av dem det delas med arbetar i den andra servicedesken. Dela det med alla handläggare först.
refusal-no-such-macro = Den svarsmallen finns inte längre.
refusal-no-reply-owed = Ingen väntar på svar i { $key }.
refusal-nothing-undelivered = Här finns inget kvar att skicka igen.
refusal-not-taken-in = Det här gick inte att ta emot, på grund av ett fel hos oss. Det är sparat och de som driver tjänsten får veta det. Om det är bråttom, försök på ett annat sätt.

## what cannot be done

not-an-agent = Bara de som arbetar hos { $desk } kan göra det.
stranger-refused = Det här är inget du kan göra. Behöver du hjälp, öppna ett eget ärende.
already-taken = { $name } har redan { $key }.
closed-already = { $key } är redan stängt.
ticket-is-closed = { $key } är stängt för gott. Öppna ett nytt ärende om det finns mer att säga.
ticket-not-found = Du har inget ärende { $key }. Stämmer numret?
nothing-to-close = Du har inget öppet ärende att stänga.
nothing-to-cancel = Det finns inget formulär att avbryta.
not-allowed = Din roll tillåter inte det här: { $act }
transition-needs = Fyll först i: { $fields }
refusal-already-taken = { already-taken }
refusal-not-allowed = Din roll tillåter inte det här.
refusal-not-an-agent = Bara de som arbetar i den här servicedesken kan göra det.
refusal-ticket-is-closed = { ticket-is-closed }
refusal-ticket-not-found = { ticket-not-found }
refusal-transition-not-allowed = Ärendet kan inte gå från sin nuvarande status till { $status }.
refusal-transition-needs = { transition-needs }
refusal-no-such-status = Statusen { $status } finns inte här.
refusal-no-such-priority = Prioriteten { $priority } finns inte här.
refusal-no-such-person = Den personen kan inte ha ärenden här.
refusal-no-such-desk = Ingen servicedesk hör till den här platsen. Be den som driver den att lägga till kanalen.
refusal-button-is-stale = Den här knappen gäller inte längre. Använd knapparna i det senaste meddelandet.
refusal-nothing-to-undo = Du har inte svarat någon de senaste 10 sekunderna. Men du kan när som helst ta bort ditt meddelande i tråden, så försvinner det hos anmälaren också.
refusal-draft-is-gone = Formuläret finns inte kvar. Börja om.
refusal-answers-incomplete = Något saknas fortfarande. Titta igenom formuläret igen.
refusal-raised-already = { raised-already }
refusal-channel-is-shared = Personer från ett annat företag läser den här kanalen, så inga anteckningar sparas här. Gör ärendet privat för enskilda kollegor först (Redigera) och skriv anteckningen där.
refusal-earlier-unseen = Jag kan inte läsa den tråden. Bjud in mig till kanalen och se till att appen får läsa dess historik (`npm run desk -- doctor` visar det). Tryck sedan igen.
refusal-earlier-not-theirs = Bara den som kan läsa den tråden får ta med dess meddelanden.
refusal-earlier-not-now = Det som skrevs tidigare går inte att läsa just nu. Inget är förlorat: tryck igen om en minut.
refusal-ticket-is-private = { $key } är privat. Fråga dem det delas med.
refusal-private-not-here = { $key } är privat, och den här gruppen läses av alla. Fråga mig om det i din egen chatt med mig.
refusal-no-such-type = Typen { $type } finns inte här.
refusal-no-such-category = Kategorin { $category } finns inte här.
refusal-only-agents-resolve = **{ $key }** stängs av dem som arbetar med det, när problemet är borta. Skriv till dem i ärendet att så är fallet.
refusal-no-such-field = Ärendet har inget fält { $field }. Det har: { $fields }.
refusal-no-such-channel = Den kanalen hör inte till servicedesken.
refusal-no-such-requester = Ingen hittades. Ange en person, ett ärendenummer, eller Telegram-id för någon som har skrivit till boten.
refusal-snooze-is-past = { error-time-is-past }
refusal-requester-is-blocked = { blocked-told }

## looking things up

assign-whom = Vem ska ha **{ $key }**?
which-ticket = Du har flera öppna ärenden. Vilket gäller det här?
which-ticket-to-close = Vilket ärende ska stängas?
which-ticket-button = { $key } { $subject }
picked = Det här går till **{ $key }**.
picked-new = Det här blir ett nytt ärende.
list-empty = Du har inga öppna ärenden.
list-head =
    { $count ->
        [one] Du har { $count } öppet ärende:
       *[other] Du har { $count } öppna ärenden:
    }
list-line = **{ $key }** { $subject } ({ $status })
list-line-watched = **{ $key }** { $subject } ({ $status }), som du följer
list-tagged =
    { $count ->
        [0] Inget öppet ärende har etiketten { $tag }.
        [one] Ett öppet ärende har etiketten { $tag }:
       *[other] { $count } öppna ärenden har etiketten { $tag }:
    }
status-card = **{ $key }** { $subject }
    Status: { $status }
    Ansvarig: { $assignee }
    Vems tur: { $turn }
history-head = Historik för { $key } (tider i { $zone })
history-line = { $time } { $what }
history-opened = { $by } öppnade ärendet.
history-opened-for = { $by } öppnade ärendet åt { $name }.
history-asked = { $by } skrev.
history-answered = { $by } svarade.
history-noted = { $by } skrev en anteckning.
history-withdrawn = { $by } drog tillbaka ett svar.
history-edited = { $by } redigerade ett meddelande.
history-deleted = Ett meddelande togs bort.
history-status = Statusen blev { $status }.
history-resolved = { $by } markerade ärendet som löst.
history-reopened = { $by } öppnade ärendet igen.
history-requester = { $by } gjorde { $name } till anmälare.
history-private = { $by } gjorde ärendet privat för { $names }.
history-watcher-added = { $by } lade till { $name } som följare.
history-watcher-removed = { $by } tog bort { $name } som följare.
history-desk = { $by } flyttade ärendet till { $desk }.
history-channel = { $by } flyttade ärendet till en annan kanal.
history-channel-renumbered = Handläggarnas grupp blev en supergrupp.
history-woken = Ärendet kom tillbaka.
history-kept = { $by } skrev trots blockeringen. Det sparades.

## organisations

resolved-by-colleague = { $name } säger att **{ $key }** är löst. Om inte är det bara att skriva här, så öppnas det igen.
watched-already = **{ $key }** följs redan där.
company-head =
    { $count ->
        [one] Din organisation har ett ärende:
       *[other] Din organisation har { $count } ärenden:
    }
company-line = **{ $key }** { $subject } · { $status } · { $name }
company-empty = Din organisation har inget öppet ärende.
company-sees-nothing = Här ser du bara dina egna ärenden: `list` eller `/tickets` visar dem.
organisation-needed-slack =
    { $desk } är till för våra kunder, och jag vet inte än vilken kund du hör till. Det finns tre sätt att komma in:

    - fråga i kanalen som ditt företag delar med oss
    - skriv `/ticket email du@foretaget.example` med din e-postadress på jobbet, så bekräftar någon här den
    - fråga någon du känner hos oss
organisation-needed-telegram =
    { $desk } är till för våra kunder, och jag vet inte än vilken kund du hör till. Det finns två sätt att komma in:

    - öppna inbjudningslänken som ditt företag har fått av oss
    - skriv `/email du@foretaget.example` med din e-postadress på jobbet, så bekräftar någon här den
organisation-kept = Det du skrev är sparat och går vidare automatiskt så snart du är inne.
organisation-joined = Välkommen! Nu hör du till { $organisation } hos { $desk }. Skriv här vad du behöver.
organisation-is-yours = Du hör redan till { $organisation } här. Om det inte stämmer, skriv det i ett ärende.
invitation-is-over = Inbjudan gäller inte, eller gäller inte längre. Be om en ny av den som gav dig den.
email-claimed = { $name } säger sig ha adressen { $email }. Det är obekräftat: vi kan inte skicka e-post härifrån än och fråga.
email-claimed-of = { $domain } hör till { $organisation }. Stämmer det?
email-claimed-unknown = { $domain } hör inte till någon organisation här. Om den borde det, skriv först: `/desk org domain NAMN { $domain }`
email-claimed-told = Tack! Någon här kontrollerar om { $email } är din, eftersom vi inte kan skicka e-post dit än. Du får besked här.
email-claimed-just-now = Du skrev nyss en adress. Vänta en minut innan du skriver en ny.
email-not-needed = Här behövs ingen adress: skriv bara vad du behöver.
email-confirmed = { $by } bekräftade { $email }: { $name } hör till { $organisation }.
email-declined = { $by } avslog { $email } från { $name }.
email-declined-told = Vi kunde inte bekräfta { $email }. Be ditt företag om en inbjudningslänk, eller skriv en annan adress.
button-confirm-email = Det stämmer
button-decline-email = Avslå
organisation-how =
    Det här kan du göra med organisationer:

    - `/desk org list` och `/desk org who Acme`
    - `/desk org add Acme gold` lägger till en, med ett avtal; `/desk org plan Acme basic` byter avtal
    - `/desk org domain Acme acme.example`, `channel Acme #acme` (eller `here`), `workspace Acme T012ABC`: den som kommer den vägen hör dit
    - `/desk org person Acme @någon` (eller numret på ett av personens ärenden)
    - `/desk org invite Acme 14 25` gör en länk för Telegram, för 14 dagar och 25 personer; `revoke Acme` drar in alla dess länkar
    - `/desk org remove domain acme.example` (`channel`, `workspace`, `person @någon`), eller `remove Acme` för hela organisationen
organisations-none = Det finns ingen organisation än. `/desk org add Acme` lägger till en.
organisations-head =
    { $count ->
        [one] En organisation:
       *[other] { $count } organisationer:
    }
organisation-line =
    { $count ->
        [one] - **{ $organisation }**, avtal { $plan }, { $count } person
       *[other] - **{ $organisation }**, avtal { $plan }, { $count } personer
    }
organisation-people =
    { $count ->
        [0] Ingen hör till **{ $organisation }** än.
        [one] En person hör till **{ $organisation }**:
       *[other] { $count } personer hör till **{ $organisation }**:
    }
organisation-person = - { $name } ({ WORD($via) ->
        [workspace] genom sin arbetsyta
        [channel] genom en kanal
        [profile-email] genom sin e-postadress i Slack
        [confirmed-email] genom en e-postadress som en handläggare bekräftade
        [invitation] genom en inbjudan
       *[other] tillagd av en handläggare
    })
organisation-rule = - { WORD($kind) ->
        [workspace] arbetsyta { $value }
        [channel] kanal { $value }
       *[other] e-postdomän { $value }
    }
organisation-invitation = - en inbjudan som gäller till { $until }: { $uses } av { $people } har kommit in
organisation-added = **{ $organisation }** är tillagd, med avtalet { $plan }. Ange vilka som hör dit: `/desk org domain`, `channel`, `workspace` eller `invite`.
organisation-plan = **{ $organisation }** har avtalet { $plan } från och med nu. Öppna ärenden behåller det som är utlovat, nya får det nya avtalet.
organisation-rule-added = Den som kommer genom { WORD($kind) ->
        [workspace] arbetsytan { $value }
        [channel] kanalen { $value }
       *[other] en bekräftad e-postadress hos { $value }
    } hör till **{ $organisation }**.
organisation-rule-removed = { $value } gäller inte längre, och de som kom in den vägen är inte kvar.
organisation-no-rule = { $value } hör inte till någon organisation.
organisation-has = { $name } hör till **{ $organisation }**.
organisation-lost = { $name } hör inte längre till någon organisation.
organisation-lost-none = { $name } hör inte till någon organisation.
organisation-invite = Inbjudan till **{ $organisation }**, för { $people } personer, gäller till { $until }: { $link } Den visas bara den här gången, och alla som har den kommer in.
organisation-revoked =
    { $count ->
        [0] **{ $organisation }** har ingen öppen inbjudan.
        [one] Inbjudan till **{ $organisation }** är indragen.
       *[other] { $count } inbjudningar till **{ $organisation }** är indragna.
    }
organisation-removed = **{ $organisation }** är borttagen, och personerna där hör inte längre till någon organisation. Ärendena finns kvar.
refusal-no-such-organisation = Det finns ingen organisation { $organisation }. Det finns: { $allowed }.
refusal-organisation-is-there = Det finns redan en organisation { $organisation }.
refusal-rule-is-taken = { $value } hör redan till { $organisation }. Skriv först: `/desk org remove { $kind } { $value }`
refusal-rule-is-odd =
    { WORD($kind) ->
        [workspace] { $value } är ingen arbetsyta. Skriv dess id, till exempel T012ABCDE: det står i adressen när Slack är öppet i en webbläsare.
        [channel] { $value } är ingen kanal. Skriv den med #, skriv `here`, eller dess id, till exempel C012ABCDE.
       *[other] { $value } är ingen e-postdomän. Skriv den som acme.example.
    }
refusal-domain-is-public = Vem som helst kan ha en adress hos { $value }, så den säger inget om företaget.
refusal-domain-is-unknown = { $domain } hör inte till någon organisation här. Skriv först: `/desk org domain NAMN { $domain }`
refusal-no-invitations = Inbjudningar är länkar till Telegram-boten, och här finns ingen sådan. Lägg till personer genom domän, kanal eller arbetsyta.
refusal-claim-is-decided = Det är redan avgjort.
refusal-not-a-colleague = Vi känner inte till någon i din organisation som heter { $name }.
refusal-sees-only = Du kan läsa { $key }, men bara din kollega som frågade kan ändra något i det.
command-watch = En kollegas ärende, även här
command-share = Dela ett ärende med en kollega
command-email = Din e-postadress på jobbet, så att du kommer in
operator-organisations = organisationer: bara deras personer får fråga: { $required }; ser organisationens alla ärenden: { $see }; skriver i dem: { $write }; delar ett: { $share }
operator-import-how = npm run desk -- resume [--yes], npm run desk -- export PERSON [--to FOLDER], npm run desk -- erase PERSON [--yes], npm run desk -- organisations import FIL.csv [--dry-run]. Första raden anger kolumnerna: name, plan, domains, channels, workspaces, desk. Flera värden i samma cell skiljs åt med mellanslag.
operator-import-fault = rad { $line }: { $fault }
operator-import-same = rad { $line }: { $organisation } är oförändrad
operator-import-new = rad { $line }: ny organisation { $organisation }, avtal { $plan }
operator-import-plan = rad { $line }: { $organisation } går från avtalet { $before } till { $plan }; öppna ärenden behåller sitt
operator-import-rule = rad { $line }: { $kind } { $value } hör till { $organisation }
operator-import-dry =
    { $count ->
        [one] En ändring skulle göras. Kör utan --dry-run för att göra den.
       *[other] { $count } ändringar skulle göras. Kör utan --dry-run för att göra dem.
    }
operator-import-done =
    { $count ->
        [one] En ändring är gjord.
       *[other] { $count } ändringar är gjorda.
    }
operator-import-nothing = Inget att ändra.
import-no-file = { $file } går inte att läsa. Rätta sökvägen.
import-no-column = kolumnen name saknas. Första raden anger kolumnerna: { $allowed }.
import-unknown-column = det finns ingen kolumn { $column }. Kalla den något av: { $allowed }.
import-quote = ett citattecken avslutas inte. Avsluta det, eller dubblera det om det ska stå där.
import-cells =
    { $count ->
        [one] det finns en cell mer än det finns kolumner. Sätt en text med komma inom citattecken.
       *[other] det finns { $count } celler mer än det finns kolumner. Sätt en text med komma inom citattecken.
    }
import-no-name = namnet saknas. Skriv ett, eller ta bort raden.
import-long-name = namnet är för långt. Korta det till { $max } tecken.
import-twice = { $organisation } står redan på rad { $line }. Slå ihop dem till en rad.
import-no-desk = det finns ingen servicedesk { $desk }. Skriv någon av: { $allowed }.
import-which-desk = det finns flera servicedeskar. Ange en i kolumnen desk: { $allowed }.
import-no-plan = det finns inget avtal { $plan }. Skriv något av: { $allowed }.

## greetings and help

help-slack =
    Det här kan jag göra:

    - `{ $command }` öppnar ett formulär för ett nytt ärende
    - `{ $command } skrivaren brinner` öppnar det med en rubrik
    - `{ $command } list` visar dina öppna ärenden
    - `{ $command } DEMO-17` visar hur det går med ett ärende
    - `{ $command } close DEMO-17` stänger ett ärende som är löst
    - `{ $command } watch DEMO-17 @kim` tar med en kollega som följare, `unwatch` tar bort kollegan igen
    - `{ $command } roadmap` visar vad som är planerat till när
    - `{ $command } find faktura mars` söker i det du har tillgång till
    - `{ $command } company` visar din organisations ärenden, om du får se dem; `{ $command } watch DEMO-17` låter dig följa ett, `{ $command } share DEMO-17 @någon` delar ett med en kollega
    - `/language` byter det språk jag talar med dig

    Vill du göra ett ärende av ett meddelande? Välj *Ticket from message* i meddelandets meny.
help-slack-agents =
    Eftersom du är handläggare:

    - `{ $command } why DEMO-17` visar vad som är utlovat för ett ärende och hur tiden har gått
    - `{ $command } history DEMO-17` visar vad som har hänt med det
    - `{ $command } undo` drar tillbaka det du nyss svarade
    - `{ $command } merge DEMO-17 into DEMO-12` slår ihop två ärenden från samma person
    - `{ $command } unmerge DEMO-17` ångrar det; `{ $command } split DEMO-17` gör två ärenden av ett
    - `{ $command } link DEMO-17 to DEMO-12 as duplicate` visar på båda hur de hör ihop
    - `{ $command } tag DEMO-17 skrivare` och `{ $command } list tag:skrivare` samlar det som hör ihop
    - `{ $command } for @någon …` öppnar ett ärende åt någon annan
    - `{ $command } report week` visar hur veckan har varit
    - `{ $command } set DEMO-17 planned 2026-Q4` fyller i ett fält i ett ärende
    - `{ $command } set DEMO-17 snooze 2026-12-31 09:00` skjuter upp det, `-` tar fram det igen; `subject` (rubrik), `type` (typ), `category` (kategori) och `plan` (avtal) ändras på samma sätt
    - `{ $command } assign DEMO-17 @kim` ger det till någon
    - `{ $command } mine`, `unassigned`, `due`, `waiting` är dina listor
    - `/desk quiet 22-7` anger när du inte vill bli störd
    - `/desk org` gäller kundernas organisationer: vilka de är och vilka som hör till dem
help-telegram =
    Skriv bara vad du behöver, så svarar någon här.

    `/new` ställer några frågor först
    `/tickets` visar dina öppna ärenden; `/tickets company` visar din organisations, om du får se dem
    `/status DEMO-17` visar hur det går med ett ärende
    `/close` stänger ett ärende som är löst
    `/watch DEMO-17` gör en länk som tar med någon som följare, `/unwatch DEMO-17` avslutar det
    `/share DEMO-17 Kim Berg` delar ett ärende med en kollega, som skrivs med sitt namn, om det är tillåtet
    `/roadmap` visar vad som är planerat till när
    `/delete` som svar på ett eget meddelande tar bort det: här och där handläggarna läser det
    `/language` byter språk
    `/cancel` avbryter ett formulär
help-telegram-agents =
    Eftersom du är handläggare:

    `/mine`, `/unassigned`, `/due` och `/waiting` är dina listor; `/find faktura mars` söker överallt
    `/why DEMO-17` visar vad som är utlovat för ett ärende, `/history DEMO-17` vad som har hänt med det
    `/set DEMO-17 planned 2026-Q4` fyller i ett fält i ett ärende
    `/set DEMO-17 snooze 2026-12-31 09:00` skjuter upp det, `-` tar fram det igen; `subject` (rubrik), `type` (typ), `category` (kategori) och `plan` (avtal) ändras på samma sätt
    `/assign DEMO-17 Kim` ger ett ärende till någon; utan namn får du välja
    `/merge DEMO-17 into DEMO-12` slår ihop två ärenden från samma person, `/unmerge DEMO-17` ångrar det
    `/split DEMO-17` gör ett eget ärende av ett meddelande
    `/link DEMO-17 to DEMO-12 as duplicate` (eller `follow-up`, `caused by`, `related`), `/unlink DEMO-17 from DEMO-12`
    `/tag DEMO-17 skrivare`, `/untag DEMO-17 skrivare`; `/tagged skrivare` samlar dem igen
    `/report week` visar hur veckan har varit, `/undo` drar tillbaka det du nyss svarade

    I handläggarnas grupp fungerar det mesta av detta också; i ett ärendes ämne behöver du inte skriva dess nyckel.
language-ask = Jag talar { $language } med dig. Vilket språk vill du ha?
language-set = Från och med nu talar jag { $language } med dig. `/language` ändrar det.
language-auto = Från och med nu följer jag din app: { $language }. `/language` ändrar det.
language-unknown = Ingen här talar { $wanted }. Du kan välja: { $allowed }
button-language-auto = Samma som i appen
start-greeting = Hej { $name }, det här är { $desk }. Skriv med egna ord vad du behöver, så svarar någon här. `/help` visar vad mer jag kan göra.
start-in-group = Skriv till mig privat: det du frågar där stannar mellan dig och oss.
noise-answer = Jag är här. När du behöver något är det bara att skriva, så öppnas ett ärende.
noise-resolved = Tack! **{ $key }** förblir löst. Om något fortfarande är fel, skriv vad det är, så öppnas det igen.

## what became of a delivery

delivery-refused-blocked = Det här nådde inte { $name }, som har blockerat boten eller aldrig startat den. Försök nå personen på något annat sätt.
delivery-refused-place-gone = Det här kom inte fram: platsen är borttagen, arkiverad eller stängd för oss. Bjud in boten igen, eller nå personen på något annat sätt.
delivery-refused-not-accepted = Det här kom inte fram: plattformen tar inte emot det ({ $code }). Skriv det på något annat sätt och skicka igen.
delivery-unclear = Det är inte säkert att det här kom fram. Kontrollera innan du skickar det igen.
reply-waits-for = Ditt svar i **{ $key }** står i kö: plattformen tar inte emot mer på ungefär { $seconds } s. Det skickas automatiskt.
reply-waits = Ditt svar i **{ $key }** står i kö: plattformen svarar inte. Det skickas automatiskt så snart det går.
place-moved = Vi kan inte skriva där { $name } frågade, så ärendet fortsätter i personens egen chatt med oss.
place-moved-to-dm = Vi kan inte skriva där du frågade, så vi fortsätter här.
topic-made-again = Ärendets ämne togs bort, så det fortsätter i det här ämnet. De senaste meddelandena:
topic-left-behind = Gruppen blev en supergrupp och dess ämnen blev kvar i den gamla. Ärendet fortsätter i det här ämnet. De senaste meddelandena:
unnamed = Det här skrevs i en grupps eller kanals namn, så jag ser inte av vem, och anmälaren får inte läsa det. Om du är administratör i gruppen: stäng av ”Förbli anonym” för dig själv och skriv det igen.

## a form asked question by question

question-progress = Fråga { $step } av { $total }
question-summary = Klart att skicka: **{ $subject }**
draft-sent = Skickat, tack!
draft-cancelled = Avbrutet. Inget skickades.

## the commands' menu

command-new = Ställ en ny fråga
command-tickets = Dina öppna ärenden
command-status = Hur det går med ett ärende
command-close = Stäng ett ärende som är löst
command-language = Välj språk
command-help = Vad jag kan göra
command-delete = Tar bort meddelandet du svarar på
command-cancel = Avbryt formuläret
command-start = Börja
command-start-in-group = Skriv till mig privat: det du frågar stannar mellan oss
command-mine = Ärenden på ditt bord
command-unassigned = Ärenden utan ansvarig
command-due = Närmast i tid
command-waiting = Dina som väntar på någon annan
command-find = Sök efter ord i ärenden
command-merge = Slå ihop två ärenden
command-split = Gör ett eget ärende av ett meddelande
command-link = Visa hur två ärenden hör ihop
command-assign = Ge ett ärende till någon
command-set = Ändra ett fält i ett ärende
command-tag = Sätt en etikett på ett ärende
command-tagged = Ärenden med en etikett
command-undo = Tar tillbaka det du just svarade
command-why = Vad som är utlovat för ett ärende

## for whoever runs the desk

operator-platform-absent = { $platform } har ingen token, så de här raderna är avstängda: { $lines }
operator-channel-not-yet = { $desk }: kanalen { $channel } finns inte än, så dess rader gör ingenting.
operator-nobody-moves = { $desk }: ingen får flytta ett ärende { $ways }, eftersom ingen har rollerna { $roles }. Skriv in medlems-id i dem.
operator-rung-elsewhere = { $desk }: { $rungs } i eskaleringen får inte veta något, eftersom ingen handläggare arbetar på den plattformen. Ange någon i { $platform }, eller channel.
operator-link-too-long = { $desk }: Telegram tar 64 tecken efter start=, så de här länkarna leder ingenstans: { $links }. Förkorta id:na.
operator-desk = { $desk }: ärendenummer som { $prefix }-1, talar { $languages }
operator-triage = handläggarna arbetar i { $place }
operator-intake = frågor ställs i { $places }
operator-telegram-intake = kunderna skriver till Telegram-boten
operator-links = en länk hit: https://t.me/BOT?start={ $desk }; till ett formulär, efter start=: { $forms }
operator-route = { $when } går till { $place }
operator-type = typen { $type } frågar efter { $fields }
operator-priorities = prioriteter { $priorities }; ett nytt ärende får { $default }
operator-statuses = statusar { $statuses }
operator-moves = flyttas automatiskt { $moves }
operator-transitions = enda tillåtna flyttar: { $moves }
operator-escalation = om ett brutet löfte får veta: { $rungs }
operator-silence = vid tystnad sedan { $anchor } i { $statuses }: { $steps }
operator-rating = betyg, 1 till { $scale }, efterfrågas { $after } efter att ärendet lösts och går ut efter { $expires }; frågas en gång till: { $again }; även när tystnad löste ärendet: { $closed }
operator-retention = det som sagts i ett ärende glöms { $after } efter att det stängdes; det som inte hör till något ärende, efter 30 dagar
operator-role = roll { $role }: { $who }; får { $may }
operator-who-nobody = ingen namngiven
operator-who-group = användargruppen { $id }
operator-who-members = medlemmarna i { $id }, om den är privat
operator-assign = nya ärenden fördelas automatiskt på handläggarna: { $how }
operator-reply-direct = det en handläggare skriver i ärendets tråd går till anmälaren
operator-reply-explicit = bara det en handläggare skickar med `>>` eller Svara går till anmälaren
demo-rita-opens-form = Rita, en anställd, skriver /ticket i Slack och fyller i formuläret
demo-cara-writes = Cara, en kund, skriver helt enkelt till Telegram-boten
demo-ada-takes = Ada tar Ritas ärende och svarar i tråden, och Rita svarar tillbaka
demo-bo-answers = Bo tar Caras ärende. Det som börjar med // stannar mellan handläggarna
demo-both-resolve = Båda är lösta, och båda får veta det
demo-time-rating = Några minuter senare får Cara frågan vad hon tycker om svaret. (Härifrån ställs klockan fram för hand.)
demo-time-late = Ingen svarar på Ritas nästa fråga inom den utlovade tiden.
demo-time-silence = Bo frågar tillbaka, men Rita är borta: hon får en påminnelse, och sedan är det över. Ett ord från henne öppnar det igen.
demo-clock = Klockan är { $hour } ({ $zone }).
demo-end = Det var hela berättelsen. `npm start` öppnar samma testmiljö i webbläsaren.
operator-commands = Kommandon: npm run desk -- check [FILE…], npm run desk -- simulate FIL --at "2026-11-20 16:55", npm run desk -- report [--csv] [--week], npm run desk -- parked [--replay ID eller all], npm run desk -- resume [--yes], npm run desk -- export PERSON [--to MAPP], npm run desk -- erase PERSON [--yes], npm run desk -- organisations import FIL.csv [--dry-run], npm run desk -- migration NAMN, npm run doctor, npm run demo
operator-not-paused = Sändningen är inte pausad.
operator-paused = Tabellerna kommer från en säkerhetskopia, eller så har någon sagt det, och ingenting sänds sedan { $since }: det som väntar kan ha sänts efter att säkerhetskopian togs.
operator-paused-owed = { $platform }: { $count } väntar på att sändas, det äldsta sedan { $oldest }
operator-resume-how = Se till att ingen annan servicedesk körs med samma token, och sedan: npm run desk -- resume --yes. Slack tillfrågas om varje meddelande innan det sänds; där ingen kan tillfrågas (Telegram) räknas det folk har skrivit i trådarna till deras ärenden, med Försök igen, och aviseringar sänds inte.
operator-resumed = Sändningen fortsätter. Frågas först på plattformen: { $looked }. Lämnat åt handläggarna: { $left }. Aviseringar som inte sänds: { $dropped }.
operator-resumed-tickets = Ärenden att titta på: { $keys }
erased = Det som sades här har raderats.
operator-no-such-person = { $person } känner vi inte. Skriv slack:U0123ABCD, telegram:8001 eller vårt eget id.
operator-exported = { $rows } rader och { $files } filer ligger i { $folder }. Försäkra dig om vem som ber om det innan du lämnar ut det.
operator-erase-dry = { $name }: { $tickets } ärenden, { $messages } meddelanden och { $files } filer skulle glömmas för gott.
operator-erase-open = Ännu inte stängda: { $keys }. De står kvar som de är, utan sina ord.
operator-erase-how = För att göra det: npm run desk -- erase { $person } --yes. Exportera först det som ska lämnas ut.
operator-erased = Glömt: { $tickets } ärenden, { $messages } meddelanden. På plattformarna raderas { $deleted } kopior och töms { $emptied } första inlägg.
operator-erase-owed = { $owed } av dem väntar på att sändas av en servicedesk som körs. Gör det sedan en gång till, så glöms även plattformarnas id: npm run desk -- erase { $person } --yes
operator-erase-done = Inget väntar längre, och plattformarnas id är också glömda.
operator-erase-stays = Det som står kvar: det folk själva har skrivit i Slack och Telegram, som en bot inte får radera, och det som bara visats för en person; { $old } kopior äldre än 48 timmar i Telegram; säkerhetskopior, tills de är 35 dagar gamla. Statistiken står kvar under ett nummer.
operator-no-migration = Migreringarna har allt som tabellerna behöver.
operator-nothing-parked = Inget är parkerat.
operator-parked-again = När felet är åtgärdat: npm run desk -- parked --replay ID, eller --replay all
operator-no-tables = Databasen saknar den här versionens tabeller: Deskhand har inte startats på den ännu. Om din körs på en annan, sätt DATABASE_URL till den; med docker compose: docker compose run --rm deskhand desk …
operator-not-parked = { $id } är inte parkerad. npm run desk -- parked visar vad som är det.
operator-replayed =
    { $count ->
        [0] Inget är parkerat.
        [one] En händelse väntar igen. Den hanteras nu, eller när servicedesken startar.
       *[other] { $count } händelser väntar igen. De hanteras nu, eller när servicedesken startar.
    }
playground-at = Testmiljön är öppen: { $url }
operator-all-well =
    { $count ->
        [one] { $count } servicedesk, inget fel.
       *[other] { $count } servicedeskar, inget fel.
    }
operator-faults =
    { $count ->
        [one] { $count } sak att rätta.
       *[other] { $count } saker att rätta.
    }

simulate-how = Ange vilken servicedesk och när någon frågar: npm run desk -- simulate desks/demo.yaml --plan basic --priority normal --at "2026-11-20 16:55"
simulate-no-such = { $what } { $value } finns inte. Skriv något av: { $allowed }
simulate-no-hour = { $value } är ingen tid. Skriv en i servicedeskens tidszon, till exempel 2026-11-20 16:55
simulate-head = { $desk }: avtal { $plan }, prioritet { $priority }, fråga { $at } ({ $zone })
simulate-due =
    { WORD($promise) ->
        [first-response] Första svar, { $target } enligt kalendern { $calendar }: senast { $due }
        [next-response] Nästa svar, om nästa fråga kom direkt efteråt, { $target } enligt kalendern { $calendar }: senast { $due }
       *[other] Lösning, { $target } enligt kalendern { $calendar }: senast { $due }
    }
simulate-warned =
    { WORD($promise) ->
        [first-response] { $at } en varning om att det är dags för första svaret ({ $threshold })
        [next-response] { $at } en varning om att det är dags för nästa svar ({ $threshold })
       *[other] { $at } en varning om att det är dags för lösningen ({ $threshold })
    }
simulate-breached =
    { WORD($promise) ->
        [first-response] { $at } besked om att första svaret är försenat
        [next-response] { $at } besked om att nästa svar är försenat
       *[other] { $at } besked om att lösningen är försenad
    }
simulate-escalated =
    { WORD($promise) ->
        [first-response] { $at } { $whom } får veta att första svaret är försenat
        [next-response] { $at } { $whom } får veta att nästa svar är försenat
       *[other] { $at } { $whom } får veta att lösningen är försenad
    }
simulate-silence-head = Om en handläggare svarade direkt och anmälaren inte sa något i { $status }:
simulate-silence =
    { WORD($does) ->
        [remind] { $at } får anmälaren en påminnelse
        [cancel] { $at } avbryts ärendet
       *[other] { $at } stängs ärendet
    }
check-plan = avtal { $plan }, { $priority }: { $target } enligt kalendern { $calendar }, fråga { $from }, svar senast { $due }
check-slower =
    { WORD($promise) ->
        [firstResponse] { $desk }: avtalet { $plan } lovar första svaret på { $priority } senare än avtalet { $lower }, som ligger under det.
        [nextResponse] { $desk }: avtalet { $plan } lovar nästa svar på { $priority } senare än avtalet { $lower }, som ligger under det.
       *[other] { $desk }: avtalet { $plan } lovar lösningen av { $priority } senare än avtalet { $lower }, som ligger under det.
    }

## what the doctor finds (npm run doctor), and how to repair it

doctor-config = Konfigurationen går att läsa.
doctor-config-fault = { $fault }
doctor-rest-unseen = Resten är inte kontrollerad: den kräver konfigurationen.
doctor-database = PostgreSQL { $version }, databas { $place }.
doctor-job-store = MongoDB för Agendas jobb svarar.
doctor-job-store-silent = MongoDB på AGENDA_MONGODB_URL svarar inte ({ $code }).
doctor-job-store-silent-repair = Rätta adressen eller starta den. Eller ta bort variabeln, så ligger jobben i servicedeskens egen databas.
doctor-database-embedded = DATABASE_URL saknas: en inbyggd PostgreSQL skapas vid första starten. Den duger att börja med, men ge ett företags servicedesk en egen.
doctor-database-fault = Den inbyggda PostgreSQL startar inte: { $fault }
doctor-database-fault-repair = Eller sätt DATABASE_URL till en egen PostgreSQL.
doctor-database-nobody = Ingen lyssnar på DATABASE_URL ({ $code }).
doctor-database-nobody-repair = Starta PostgreSQL, eller rätta värdnamn och port.
doctor-database-no-host = Värdnamnet i DATABASE_URL är okänt ({ $code }).
doctor-database-no-host-repair = Rätta värdnamnet.
doctor-database-password = PostgreSQL avvisar användaren eller lösenordet i DATABASE_URL ({ $code }).
doctor-database-password-repair = Rätta dem. Specialtecken i ett lösenord skrivs med procentkod, @ som %40.
doctor-database-no-name = PostgreSQL finns, men inte databasen i DATABASE_URL ({ $code }).
doctor-database-no-name-repair = Skapa den med createdb, eller rätta namnet på slutet.
doctor-database-silent = Databasen på DATABASE_URL svarar inte ({ $code }).
doctor-database-silent-repair = Rätta adressen, och titta i PostgreSQL:s egen logg.
doctor-database-old = PostgreSQL { $version } är för gammal.
doctor-database-old-repair = Använd PostgreSQL 14 eller senare.
doctor-database-closed = Databasanvändaren får inte skapa tabeller i { $place }.
doctor-database-closed-repair = Gör användaren till databasens ägare, eller: GRANT CREATE ON SCHEMA public TO användaren.
doctor-database-tables =
    { $count ->
        [one] Tabellerna är aktuella ({ $count } migrering).
       *[other] Tabellerna är aktuella ({ $count } migreringar).
    }
doctor-database-behind =
    { $count ->
        [one] { $count } migrering är inte körd än.
       *[other] { $count } migreringar är inte körda än.
    }
doctor-database-behind-repair = Nästa start kör det som saknas.
doctor-database-newer =
    { $count ->
        [one] Tabellerna kommer från en nyare Deskhand: { $count } av dess migreringar är okänd här.
       *[other] Tabellerna kommer från en nyare Deskhand: { $count } av dess migreringar är okända här.
    }
doctor-database-newer-repair = Inom en mindre version lägger de bara till, så det här programmet fungerar med dem: låt dem vara som de är. Tabeller från en senare mindre version kräver den versionen.
doctor-secret = SECRET är din egen.
doctor-secret-made = SECRET är inte satt: en skapas under `.deskhand/` vid första starten.
doctor-secret-missing = SECRET är inte satt fast databasen är extern: en annan maskin skulle skapa en annan, och där skulle ingen knapp fungera.
doctor-secret-missing-repair = Skriv SECRET= och det som `openssl rand -hex 32` skriver ut i `.env`, samma för alla instanser.
doctor-files = Filer sparas i { $path }.
doctor-files-absent = Mappen för filer, { $path }, finns inte än.
doctor-files-absent-repair = Den skapas när den behövs.
doctor-files-no-folder = FILES är ingen mapp: { $path }
doctor-files-no-folder-repair = Ange en mapp.
doctor-files-unwritable = Vi får inte skriva i mappen för filer: { $path }
doctor-files-unwritable-repair = Ge den till användaren som Deskhand körs som, eller ange en annan mapp i FILES.
doctor-public-url = Plattformarna når oss på { $url }.
doctor-public-url-slack = Plattformarna når oss på { $url }. I Slackappen står { $url }/slack/events som varje request URL.
doctor-public-url-absent = PUBLIC_URL är inte satt.
doctor-public-url-absent-repair = Utan SLACK_APP_TOKEN måste Slack nå programmet över https på en sökväg som slutar på /slack/events: sätt PUBLIC_URL, eller använd Socket Mode.
doctor-public-url-not-https = PUBLIC_URL är { $url }, men plattformarna talar bara https.
doctor-public-url-not-https-repair = Sätt en proxy med certifikat framför PORT och skriv dess https-adress.
doctor-public-url-port = PUBLIC_URL är { $url }, men Telegram levererar inget till port { $port }.
doctor-public-url-port-repair = Använd 443, 80, 88 eller 8443.
doctor-desk = Servicedesk { $desk }, ärendenummer som { $prefix }-1.
doctor-desk-warning = { $warning }
doctor-desk-fault = { $fault }
doctor-playground = Ingen plattform har en token: `npm start` startar testmiljön.
doctor-platform-absent = { $platform } har ingen token och betjänas inte.
doctor-places-unseen = Kanaler och grupper är inte kontrollerade: de står i servicedeskarnas filer.

doctor-slack-token = Slack känner igen boten: { $bot } i { $team } ({ $id }).
doctor-slack-token-refused = Slack avvisar SLACK_BOT_TOKEN ({ $code }).
doctor-slack-token-refused-repair = Kopiera Bot User OAuth Token (xoxb-…) från OAuth & Permissions på din Slack-apps sida. Installera appen först.
doctor-slack-org-wide = SLACK_BOT_TOKEN gäller hela organisationen { $team }: Deskhand finns i en enda arbetsyta och skulle inte höra något.
doctor-slack-org-wide-repair = Installera appen i en enda arbetsyta (Install to Workspace under OAuth & Permissions) och kopiera den token du får.
doctor-slack-unreachable = Slack svarar inte ({ $code }).
doctor-slack-unreachable-repair = Kontrollera att maskinen når https://slack.com, och SLACK_API_URL om du har satt den.
doctor-slack-scopes =
    { $count ->
        [one] Boten har { $count } behörighet, vilket är allt den behöver.
       *[other] Boten har { $count } behörigheter, däribland alla den behöver.
    }
doctor-slack-scopes-missing = Boten saknar behörigheter: { $scopes }.
doctor-slack-scopes-missing-repair = Lägg till dem under OAuth & Permissions, Bot Token Scopes (eller klistra in manifestet igen) och tryck sedan på Reinstall to Workspace. Din token blir densamma.
doctor-slack-app-token = Socket Mode är öppet för SLACK_APP_TOKEN.
doctor-slack-app-token-refused = Slack avvisar SLACK_APP_TOKEN ({ $code }).
doctor-slack-app-token-refused-repair = Gör en under Basic Information, App-Level Tokens, med behörigheten connections:write, och slå på Socket Mode.
doctor-slack-signing-secret = SLACK_SIGNING_SECRET går inte att kontrollera hos Slack: är den fel kan Slack inte verifiera din request URL.
doctor-slack-channel = { $name } ({ $id }): boten är med.
doctor-slack-channel-unknown = Boten ser ingen kanal { $id }.
doctor-slack-channel-unknown-repair = Är kanalen privat, skriv /invite @{ $bot } i den. Kopiera annars dess id igen, längst ner i kanalens detaljer.
doctor-slack-channel-archived = { $name } ({ $id }) är arkiverad.
doctor-slack-channel-archived-repair = Återställ den i Slack, eller ange en annan kanal i servicedeskens fil.
doctor-slack-channel-not-member = Boten är inte med i { $name } ({ $id }).
doctor-slack-channel-not-member-repair = Skriv /invite @{ $bot } i den.
doctor-slack-channel-open-to-all = Medlemmarna i { $name } ({ $id }) ska vara handläggare, men kanalen är öppen: ingen blir handläggare genom den.
doctor-slack-channel-open-to-all-repair = Gör kanalen privat, eller ange personer eller en användargrupp i servicedeskens fil.
doctor-slack-channel-readable = Handläggarna arbetar i { $name } ({ $id }), som alla i arbetsytan kan läsa.
doctor-slack-channel-readable-repair = Gör den privat om ärendena inte är till för alla.
doctor-slack-channel-shared = Handläggarna arbetar i { $name } ({ $id }), som delas med ett annat företag: det skulle läsa varje ärende.
doctor-slack-channel-shared-repair = Sluta dela den i Slack, eller ange en annan kanal i servicedeskens fil.
doctor-slack-channel-guests = { $name } ({ $id }) delas med ett annat företag, och därifrån går det inte att öppna ärenden där.
doctor-slack-channel-unseen = { $id } gick inte att kontrollera ({ $code }).
doctor-slack-channel-unseen-repair = Kontrollera igen om en minut. Saknas behörigheter, lägg till dem först.
doctor-slack-group =
    { $count ->
        [one] Användargruppen { $id } har { $count } person.
       *[other] Användargruppen { $id } har { $count } personer.
    }
doctor-slack-group-unknown = Det finns ingen användargrupp { $id }.
doctor-slack-group-unknown-repair = Kopiera dess id (S…) från användargruppens sida i Slack.
doctor-slack-group-empty = Användargruppen { $id } är tom, så ingen har rollen.
doctor-slack-group-empty-repair = Lägg till personer i den i Slack.
doctor-slack-group-unseen = Användargruppen { $id } gick inte att läsa ({ $code }).
doctor-slack-group-unseen-repair = Boten behöver behörigheten usergroups:read för det.

doctor-telegram-token = Telegram känner igen boten: @{ $name } ({ $id }).
doctor-telegram-topics = Boten har ämnen i privata chattar: varje ärende från en kund får ett eget.
doctor-telegram-token-refused = Telegram avvisar TELEGRAM_BOT_TOKEN ({ $code }).
doctor-telegram-token-refused-repair = Skicka /token till @BotFather och kopiera det som visas.
doctor-telegram-unreachable = Telegram svarar inte ({ $code }).
doctor-telegram-unreachable-repair = Kontrollera att maskinen når https://api.telegram.org, och TELEGRAM_API_ROOT om du har satt den.
doctor-telegram-cannot-join = Boten får inte läggas till i grupper, men en servicedesk anger en.
doctor-telegram-cannot-join-repair = Skicka /setjoingroups till @BotFather och välj Enable.
doctor-telegram-privacy-off = Privacy mode är avstängt: boten får allt som sägs i varje grupp den läggs till i.
doctor-telegram-privacy-off-repair = Den behöver bara privata chattar. Skicka /setprivacy till @BotFather och välj Enable.
doctor-telegram-polling = Uppdateringar hämtas, och ingen webhook är i vägen.
doctor-telegram-webhook = Uppdateringar kommer genom webhook till { $host }.
doctor-telegram-webhook-absent = Ingen webhook är satt än för { $host }.
doctor-telegram-webhook-absent-repair = Nästa start sätter den.
doctor-telegram-webhook-in-the-way = Uppdateringar ska hämtas, men en webhook är satt till { $host }: ett annat program kanske använder boten.
doctor-telegram-webhook-in-the-way-repair = Gör en egen bot för Deskhand. Är det en kvarglömd webhook tar nästa start bort den.
doctor-telegram-webhook-elsewhere = Webhooken är satt till { $host } i stället för { $wanted }: ett annat program kanske använder boten.
doctor-telegram-webhook-elsewhere-repair = Gör en egen bot för Deskhand. Är det en kvarglömd webhook sätter nästa start den på nytt.
doctor-telegram-webhook-deaf = Webhooken ber inte om { $kinds }.
doctor-telegram-webhook-deaf-repair = Nästa start sätter den på nytt.
doctor-telegram-webhook-failing =
    { $count ->
        [one] Telegram kan inte leverera { $count } uppdatering: { $error }
       *[other] Telegram kan inte leverera { $count } uppdateringar: { $error }
    }
doctor-telegram-webhook-failing-repair = Starta servicedesken om den inte är igång. 401 betyder en annan TELEGRAM_WEBHOOK_SECRET, som en omstart sätter på nytt. Kontrollera annars proxyn framför.
doctor-telegram-webhook-failed = Telegram kunde en gång inte leverera en uppdatering: { $error }. Inget väntar längre.
doctor-telegram-pending =
    { $count ->
        [one] { $count } uppdatering väntar hos Telegram, i högst ett dygn.
       *[other] { $count } uppdateringar väntar hos Telegram, i högst ett dygn.
    }
doctor-telegram-group = { $name } ({ $id }): boten är administratör.
doctor-telegram-group-unknown = Boten ser ingen grupp { $id } ({ $code }).
doctor-telegram-group-unknown-repair = Lägg till den i gruppen, eller rätta id i servicedeskens fil.
doctor-telegram-group-not-admin = Boten är inte administratör i { $name } ({ $id }).
doctor-telegram-group-not-admin-repair = Gör den till administratör, med rätt att hantera ämnen och radera meddelanden.
doctor-telegram-group-no-topics = { $name } ({ $id }) har inga ämnen, och varje ärende behöver ett.
doctor-telegram-group-no-topics-repair = Slå på ämnen i gruppens inställningar. Gruppen kan få ett nytt id av det: kontrollera här igen.
doctor-telegram-group-topics-not-ours = Boten får inte hantera ämnen i { $name } ({ $id }), och varje ärende behöver ett.
doctor-telegram-group-topics-not-ours-repair = Ge den rätten att hantera ämnen, bland gruppens administratörer.
doctor-telegram-group-cannot-delete = Boten får inte radera meddelanden i { $name } ({ $id }): det som tagits tillbaka eller raderats kan ligga kvar där.
doctor-telegram-group-cannot-delete-repair = Ge den rätten att radera meddelanden, bland gruppens administratörer.
doctor-telegram-group-open-to-all = Medlemmarna i { $name } ({ $id }) ska vara handläggare, men gruppen är offentlig: ingen blir handläggare genom den.
doctor-telegram-group-open-to-all-repair = Gör gruppen privat, eller ange personer i servicedeskens fil.
doctor-telegram-group-readable = Handläggarna arbetar i { $name } ({ $id }), en offentlig grupp som alla kan läsa.
doctor-telegram-group-readable-repair = Gör den privat om ärendena inte är till för alla.

doctor-or-fix = Eller: npm run doctor -- --fix
doctor-fixed = Åtgärdat: { $fault }
doctor-fix-failed = Gick inte att åtgärda ({ $why }): { $fault }
doctor-all-well = Inget är fel.
doctor-faults =
    { $count ->
        [one] { $count } sak är fel.
       *[other] { $count } saker är fel.
    }
