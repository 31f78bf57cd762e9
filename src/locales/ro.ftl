# Română. Regulile de scriere sunt cele din en.ftl. Diacritice cu virgulă (ș, ț), ghilimele „…”.
# Cititorul este „dumneavoastră”; butoanele sunt ce îi spune el programului: „Trimite”, „Anulează”.
# Plural: [one] un tichet, [few] 2 tichete, 102 tichete, [other] 20 de tichete.
# Numele de oameni nu cer genitiv, gen sau „pe”: „Responsabil: { $name }”, nu „dat lui { $name }”.
# Termenii: ticket tichet · key cod · requester solicitant · agent agent · assignee responsabil · desk serviciu
# message mesaj · note notă internă · channel canal · triage channel canal de lucru · thread fir · topic topic
# subject subiect · status stare · priority prioritate · category categorie · type tip · tag etichetă
# whose turn cine urmează · due termen · reminder memento · late termen depășit · rating evaluare
# plan plan · calendar calendar · organisation organizație · workspace spațiu de lucru · macro răspuns predefinit
# take a prelua · assign a atribui · resolve a rezolva · reopen a redeschide · snooze a amâna · take back a retrage
# merge a comasa · link a lega · split a separa · watch a urmări · share a partaja · desk file fișierul serviciului

## a ticket begins

ticket-opened = Vă mulțumim! Acesta este tichetul **{ $key }**: { $subject }
ticket-opened-how-to-follow = Răspunsul vine chiar aici. Dacă mai aveți ceva de adăugat, scrieți. Cu `/status { $key }` aflați în ce stadiu este.
ticket-opened-with-link = Tichetul **{ $key }** este deschis. [Îl puteți urmări aici]({ $link })
raised-from-message-link = Din [acest mesaj]({ $link }) s-a creat un tichet.
raised-already = Din acest mesaj s-a creat deja tichetul **{ $key }**.
earlier-are-there = Tichetul a pornit de la mijlocul unui fir. Pot fi aduse și mesajele de dinainte.
button-bring-earlier = Adu mesajele anterioare
earlier-brought =
    { $count ->
        [one] { $by } a adus un mesaj anterior din fir:
        [few] { $by } a adus { $count } mesaje anterioare din fir:
       *[other] { $by } a adus { $count } de mesaje anterioare din fir:
    }
earlier-brought-told =
    { $count ->
        [one] Un mesaj anterior din acest fir a fost adus în tichet. Acolo îl văd doar cei care vă răspund.
        [few] { $count } mesaje anterioare din acest fir au fost aduse în tichet. Acolo le văd doar cei care vă răspund.
       *[other] { $count } de mesaje anterioare din acest fir au fost aduse în tichet. Acolo le văd doar cei care vă răspund.
    }
earlier-none = Nu mai este nimic de adus: ce s-a spus înainte se află deja în tichet.
earlier-by = { $name } · anterior, { $at }
ticket-split-for-you = O parte din **{ $from }** este acum un tichet separat, **{ $key }**: { $subject }
ticket-follows = **{ $from }** este închis definitiv, așa că îl continuă un tichet nou, **{ $key }**: { $subject }
questions-first = Înainte de a deschide un tichet din acest mesaj, avem câteva întrebări.
unopened-form = Formularul nu s-a deschis. Nu s-a pierdut nimic: acest buton îl deschide.
opened-for-them = Tichetul **{ $key }** este deschis pentru { $name }: { $subject }
ticket-opened-for-you = S-a deschis un tichet pentru dumneavoastră: **{ $key }** { $subject }

## the card in the triage channel

card-heading = { $key } · { $subject }
card-requester = Solicitant
card-organisation = Organizație
card-type = Tip
card-priority = Prioritate
card-status = Stare
card-assignee = Responsabil
card-nobody = Nimeni deocamdată
card-turn = Cine urmează
card-category = Categorie
strangers-read-card = Acest canal este citit și de oameni din altă companie. Aici nu apare nimic intern: nici note, nici termene, nici nume.
turn-ours = Noi
turn-requester = Solicitantul
turn-other = Altcineva
turn-nobody = Nimeni
card-snoozed = Amânat până la
card-private = Vizibil doar pentru
card-watchers = Urmărit și de
card-tags = Etichete
link-related = Legat de
link-duplicate-of = Duplicat al tichetului
link-has-duplicate = Repetat în
link-follow-up-of = Continuă tichetul
link-has-follow-up = Continuat în
link-caused-by = Cauzat de
link-causes = A cauzat
link-split-from = Separat din
link-has-split = Din el s-a separat
card-elsewhere = Acest tichet continuă în alt canal.
card-unshared = Acest tichet nu mai este partajat cu dumneavoastră.
card-public-again = Tichetul este din nou vizibil pentru toți agenții, în canalul său.

## buttons

button-take = Preia
button-assign = Atribuie
button-priority = Prioritate
button-status = Stare
button-note = Notă
button-reply = Răspunde
button-resolve = Marchează rezolvat
button-reopen = Redeschide
button-still-need-help = Am în continuare nevoie de ajutor
button-send-anyway = Trimite oricum
button-new-question = Este o întrebare nouă
button-leave = Nu mai urmări
button-take-out = Scoate: { $name }
button-fill-form = Deschide formularul
button-skip = Sari peste
button-back = Înapoi
button-cancel = Anulează
button-send = Trimite
button-done = Gata
button-edit = Editează…
button-details = Detalii…
button-go-there = Mergi acolo
button-undo = Anulează
button-macro = Răspuns predefinit…
button-split-one = Doar acest mesaj
button-split-rest = Acesta și cele de după el

## forms

form-new-title = Tichet nou
form-note-title = Notă internă
form-reply-title = Răspuns
form-submit = Deschide tichetul
form-save = Salvează
form-send = Trimite
form-close = Anulează
form-raised-intro = Tichetul începe cu acest mesaj: { $words }
field-subject = Subiect
field-subject-hint = Pe scurt, într-un rând, despre ce este vorba
field-date-hint = De exemplu, 2026-12-31
field-file-hint = Trimiteți aici fotografii sau fișiere, unul câte unul.
field-description = Ce s-a întâmplat?
field-type = Ce fel de solicitare este?
field-desk = Cui vă adresați?
field-category = Categorie
field-priority = Prioritate
field-note = Notă pentru echipă
field-reply = Răspuns pentru solicitant
field-still-ours = Rămânem noi la rând
field-after-sending = După trimitere
answer-yes = Da
answer-no = Nu
form-edit-title = Editare tichet
form-details-title = Detalii
field-requester = Solicitant
field-requester-other = Sau un solicitant care nu este în Slack
field-requester-other-hint = Codul altui tichet al său ori ID-ul său de Telegram
field-for-whom = Pentru cine?
field-for-whom-hint = Lăsați gol dacă este pentru dumneavoastră
field-edit-type = Tip
field-plan = Plan
field-plan-hint = Termenele promise se calculează de la deschiderea tichetului
field-edit-desk = Serviciu
field-channel = Canal de lucru
field-channel-main = Canalul principal
field-snooze-date = Amână până la
field-snooze-date-hint = Gol: neamânat. Un mesaj de la solicitant încheie amânarea.
field-snooze-time = La ce oră? ({ $zone })
field-snooze-time-hint = De exemplu, 09:30; gol: 09:00
field-private-to = Vizibil doar pentru
field-private-to-hint = Dacă nu alegeți pe nimeni, îl pot citi toți agenții
field-blocked = Blocați solicitantul?
field-blocked-hint = Ce scrie acestui serviciu se păstrează, dar nu ajunge mai departe
field-tags = Etichete
field-tags-hint = Cuvinte după care poate fi găsit, cu spații între ele. Solicitantul nu le vede.
field-link-to = Leagă de alt tichet
field-link-to-hint = Codul lui, de exemplu DEMO-17
field-link-kind = Acest tichet
kind-related = are legătură cu celălalt
kind-duplicate-of = este un duplicat al celuilalt
kind-follow-up-of = este o continuare a celuilalt
kind-caused-by = este cauzat de celălalt
form-macro-title = Răspuns predefinit
field-macro = Care dintre ele?
field-macro-then = Apoi starea devine „{ $status }”.
field-macro-text-hint = Modificați-l cum doriți. Ce completați mai sus înlocuiește { $blanks }.

## what would make a form easier to answer

hint-vague-subject = Subiectul spune prea puțin. Despre ce este vorba, în câteva cuvinte? „Facturile arată un total greșit” se găsește și se rezolvă mai repede decât „Problemă”.
hint-bug-without-steps = Ce ați făcut înainte să apară problema, pas cu pas? Fără asta nu putem decât să ghicim.
hint-bug-without-result = La ce vă așteptați și ce s-a întâmplat în schimb?
hint-screenshots-help = O captură de ecran lămurește adesea totul mai repede. Puteți adăuga una.
hint-send-anyway = Puteți trimite și așa: apăsați butonul încă o dată.

## what is wrong with an answer

error-required = Vă rugăm să completați acest câmp.
error-not-an-option = Vă rugăm să alegeți una dintre variante: { $allowed }
error-not-a-number = Scrieți un număr, de exemplu 12 sau 1,5.
error-not-a-date = Scrieți data sub forma 2026-12-31.
error-not-a-version = Scrieți o versiune, de exemplu 6.2.1.
error-not-an-email = Scrieți o adresă de e-mail, de exemplu nume@example.com.
error-not-a-url = Scrieți o adresă web care începe cu https://
error-not-a-release = Scrieți trimestrul pentru care este planificat, de exemplu 2026-Q4 sau 2026-Q4 sprint 3.
error-too-long =
    { $max ->
        [one] Textul este prea lung: încape cel mult { $max } caracter.
        [few] Textul este prea lung: încap cel mult { $max } caractere.
       *[other] Textul este prea lung: încap cel mult { $max } de caractere.
    }
error-too-many = Sunt prea multe: se acceptă cel mult { $max }.
answer-in-words = Am păstrat mesajul și îl alăturăm tichetului. La întrebare vă rugăm însă să răspundeți în cuvinte sau cu un buton.
answer-file = Trimiteți aici o fotografie sau un fișier ori săriți peste întrebare cu un buton.
answer-too-late = Acesta era un răspuns dintr-un formular închis între timp: ce ați modificat în el nu a ajuns la noi. Vă rugăm să scrieți modificarea într-un mesaj nou.
files-kept =
    { $count ->
        [one] Am primit { $count } fișier. Mai trimiteți unul sau apăsați „Gata”.
        [few] Am primit { $count } fișiere. Mai trimiteți unul sau apăsați „Gata”.
       *[other] Am primit { $count } de fișiere. Mai trimiteți unul sau apăsați „Gata”.
    }
error-not-a-time = Scrieți o oră, de exemplu 09:30.
error-time-is-past = Momentul acesta a trecut deja.
error-snooze-date = Dacă alegeți o oră, alegeți și o dată.
error-no-such-requester = Nu găsim pe nimeni cu aceste date. Scrieți codul unui tichet sau ID-ul de Telegram al cuiva care i-a scris botului.
error-no-such-ticket = Nu există un tichet { $key } de care să îl puteți lega.
error-not-a-tag = { $word } nu poate fi etichetă: doar litere, cifre și cratime, în total cel mult { $max }.

## who hears a message

held-note = Mesajul rămâne între noi, pentru că începe cu `//`. Solicitantul nu îl vede.
held-shared = **Acest canal este citit de oameni din altă companie (Slack Connect), deci ei citesc și acest mesaj.** Solicitantul nu îl vede. Dacă nu le este destinat, ștergeți-l de aici. Pentru notele acestui tichet, partajați-l mai întâi doar cu anumiți colegi (Editează) sau cereți oprirea partajării canalului.
note-withheld = **Nota dvs. din { $key } nu a fost afișată aici: acest canal este citit acum și de oameni din altă companie (Slack Connect).** Ea rămâne păstrată în tichet. Partajați tichetul doar cu anumiți colegi (Editează) sau cereți oprirea partajării canalului și scrieți-o încă o dată.
held-secret = Mesajul rămâne între noi, pentru că seamănă cu o cheie de acces sau cu un număr de card. Solicitantul nu îl vede.
undone = Răspunsul dumneavoastră din **{ $key }** a fost retras: solicitantul nu îl mai vede.
held-mention = Mesajul rămâne între noi, pentru că începe cu o mențiune: { $name }. Solicitantul nu îl vede.
held-broadcast = Mesajul rămâne între noi, pentru că a fost trimis și în canal. Solicitantul nu îl vede.
sent-anyway = Trimis solicitantului din { $key }.
note-by = Notă de la { $name }
how-to-note = Scrieți-o în acest topic, începând cu `//`, și solicitantul nu o vede.
how-to-reply = Scrieți-l în acest topic, începând cu `>>`, și ajunge la solicitant.
uncarried =
    { WORD($kind) ->
        [story] { $name } a trimis o poveste. Nu poate fi afișată aici.
        [file] { $name } a trimis un fișier pe care nu îl putem prelua.
        [attachment] { $name } a redirecționat ceva. Nu poate fi afișat aici.
       *[other] { $name } a trimis altceva ({ $kind }). Nu poate fi afișat aici.
    }
uncarried-named = { uncarried } ({ $file })
late-note = Mesajul a fost scris mai devreme și a ajuns cu întârziere.
shared-location = { $name } a trimis o locație: { $link }
shared-location-named = { $name } a trimis o locație, { $title }: { $link }
shared-contact = { $name } a trimis un contact: { $contact }, { $phone }
shared-poll = { $name } a trimis un sondaj: { $question } ({ $options })
shared-dice = { $name } a aruncat { $emoji }: { $value }
in-answer-to = Răspuns la ce a scris { $name }: „{ $words }”
file-linked = { $file } ({ $size }) este prea mare pentru a fi afișat aici. Poate fi descărcat timp de o săptămână: { $link }
file-too-big-for-platform = Mesajul conținea un fișier prea mare pentru a fi afișat aici: { $file } ({ $size })
file-gone = Mesajul conținea un fișier care nu a putut fi preluat: { $file }
file-too-big = Mesajul conținea un fișier prea mare pentru a fi transmis mai departe: { $file }
edited = editat
deleted-yours = Gata, mesajul a fost retras.
delete-what = Ca să retrageți un mesaj, răspundeți la el cu `/delete`. Puteți retrage doar mesaje scrise de dumneavoastră aici.
edited-shown = Editat: { $before } → { $after }
edited-shown-late = Editat după răspunsul dumneavoastră: { $before } → { $after }
edited-late = { $name } a editat un mesaj după răspunsul dumneavoastră: { $before } → { $after }
deleted-by-requester = { $name } a șters un mesaj.
deleted-late = { $name } a șters un mesaj la care ați răspuns între timp.
deleted-by-author = Acest mesaj a fost șters de autor.
file-not-taken-back = Mesajul șters a fost trimis de prea mult timp ca fișierul lui să mai poată fi retras: acolo unde a fost trimis, fișierul se poate deschide în continuare.

## what happened to a ticket

taken = { $name } a preluat tichetul.
assigned = { $by } a atribuit tichetul. Responsabil: { $name }.
unassigned = Tichetul nu mai are responsabil.
priority-changed = { $by } a schimbat prioritatea: { $priority }.
status-changed = { $by } a schimbat starea: { $status }.
resolved-by = { $by } a marcat tichetul ca rezolvat.
resolved-for-requester = Credem că **{ $key }** este rezolvat. Dacă nu este așa, scrieți aici și se redeschide.
resolved-by-yourself = **{ $key }** este marcat ca rezolvat. Dacă a fost prea devreme, scrieți aici și se redeschide.
resolved-for-watcher = { $name } spune că **{ $key }** s-a rezolvat.
closed-by-you = **{ $key }** este închis. Dacă a fost prea devreme, scrieți aici și se redeschide.
resolved-by-requester = { $name } spune că s-a rezolvat.
reopened-by = { $by } a redeschis tichetul.
reopened-for-requester = **{ $key }** este din nou deschis. Revenim cu un răspuns aici.
assigned-by-turn = Tichetul a fost atribuit automat, pe rând. Responsabil: { $name }.
unassigned-left = { $name } nu mai lucrează aici. Tichetul nu mai are responsabil.
subject-changed = { $by } a schimbat subiectul: { $subject }
type-changed = { $by } a schimbat tipul: { $type }.
category-set = { $by } a schimbat categoria: { $category }.
field-changed = { $by } a completat câmpul { $field }: { $value }.
field-yes = { $by } a completat câmpul { $field }: da.
field-no = { $by } a completat câmpul { $field }: nu.
field-cleared = { $by } a golit câmpul { $field }.
field-set = Gata, **{ $key }** este actualizat.
queue-mine = **În lucru la dumneavoastră** ({ $count })
queue-unassigned = **Încă fără responsabil** ({ $count })
queue-due = **Cele mai apropiate termene** ({ $count })
queue-waiting = **Ale dumneavoastră, în așteptarea altcuiva** ({ $count })
queue-empty = Lista este goală.
queue-line = **{ $key }** · { $subject } · { $status }
queue-line-due = **{ $key }** · { $subject } · { $status } · termen: { $due }
home-new = Tichet nou
home-own = **Solicitările dumneavoastră** ({ $count })
home-own-none = Nu aveți tichete deschise. Apăsați butonul dacă aveți nevoie de ceva sau scrieți-mi direct.
find-how = Scrieți ce căutați, de exemplu `find factură martie` sau o parte dintr-un cod.
find-none = Niciun tichet pe care îl puteți vedea nu conține toate aceste cuvinte.
find-head =
    { $count ->
        [one] { $count } tichet găsit:
        [few] { $count } tichete găsite:
       *[other] { $count } de tichete găsite:
    }
find-more =
    { $count ->
        [one] … și încă { $count }. Cu un cuvânt în plus, lista se scurtează.
        [few] … și încă { $count }. Cu un cuvânt în plus, lista se scurtează.
       *[other] … și încă { $count }. Cu un cuvânt în plus, lista se scurtează.
    }
roadmap-head = Ce este planificat
roadmap-empty = Deocamdată nu este planificat nimic din ce puteți vedea aici.
roadmap-part = **{ $when }**
roadmap-line = **{ $key }** · { $subject } · { $status }
card-planned = Planificat pentru
planned-for = Noutăți despre **{ $key }**: este planificat pentru { $release }.
category-cleared = { $by } a scos categoria.
requester-changed = { $by } a schimbat solicitantul: { $name }. Ce s-a spus până acum nu i se arată.
no-longer-yours = **{ $key }** continuă fără dumneavoastră. Dacă aveți nevoie de ceva, scrieți-ne din nou.
desk-moved = { $by } a mutat aici acest tichet de la { $desk }.
channel-moved = { $by } a mutat tichetul în acest canal. Ultimele mesaje sunt mai sus.
moved-away = { $by } a mutat tichetul în alt canal. Continuă acolo.
snoozed-until = { $by } a amânat tichetul până la { $until }.
woken-due = Amânarea s-a încheiat: tichetul este din nou aici.
woken-by = { $by } a încheiat amânarea tichetului.
made-private = { $by } a făcut tichetul privat. Îl mai văd doar: { $names }. Scrieți-i solicitantului aici, în conversația dumneavoastră.
private-still-watched = Din partea solicitantului, tichetul este citit în continuare de { $names }. Cu `/ticket unwatch` puteți scoate pe cineva.
private-from-now = De acum, acest tichet este privat. Ce publicase serviciul aici a fost retras; tichetul continuă în conversațiile celor cu care este partajat.
private-goes-on-elsewhere = Acest tichet este acum privat: ce ați scris aici s-a păstrat ca notă și nu s-a trimis. Tichetul continuă în conversațiile celor cu care este partajat.
made-public = { $by } a partajat din nou tichetul cu toți agenții.
watcher-added = { $by } a adus încă o persoană în **{ $key }**: { $name } citește ce i se scrie aici solicitantului și poate scrie.
watcher-came = { $name } urmărește acum **{ $key }** și poate scrie.
watcher-left = { $name } nu mai urmărește **{ $key }**.
watcher-removed = { $by } a scos o persoană din **{ $key }**: { $name }.
watching-brought = { $by } v-a adus în **{ $key }** { $subject }
watching-now = Urmăriți acum **{ $key }** { $subject }
watching-merged = **{ $from }** continuă în **{ $key }** { $subject }, iar dumneavoastră îl urmăriți acolo.
watching-how-thread = Ce scrieți în acest fir ajunge la toți cei din conversație, cu numele dumneavoastră.
watching-so-far = Urmează ultimele mesaje.
watching-how-chat = Răspundeți la unul dintre mesaje, iar răspunsul ajunge la toți cei din conversație, cu numele dumneavoastră. Cu `/unwatch { $key }` nu îl mai urmăriți.
watching-over = Nu mai urmăriți **{ $key }**.
watch-done = Gata, **{ $key }** este urmărit acum și de { $names }.
watch-already = **{ $key }** este deja urmărit de { $names }.
watch-whom = Spuneți ce coleg doriți să aduceți: `/ticket watch { $key } @kim`
watch-link = Dați acest link celor pe care doriți să îi aduceți în **{ $key }**: { $link } Este valabil pentru { $people ->
        [one] { $people } persoană
        [few] { $people } persoane
       *[other] { $people } de persoane
    }, timp de { $days ->
        [one] { $days } zi
        [few] { $days } zile
       *[other] { $days } de zile
    }. Cine îl deschide citește conversația și poate scrie; vă anunțăm de fiecare dată când vine cineva.
watched-by = Cine urmărește **{ $key }**:
watched-by-nobody = Nimeni altcineva nu urmărește **{ $key }**.
watched-not-by-them = Această persoană nu urmărește **{ $key }**.
unwatch-done = Gata, această persoană nu mai urmărește **{ $key }**.
requester-blocked = { $by } a blocat solicitantul { $name }. Ce scrie se păstrează, dar nu ajunge mai departe.
requester-unblocked = { $by } a deblocat solicitantul { $name }.
blocked-told = Acest serviciu nu mai primește mesaje de la dumneavoastră. Ce ați scris s-a păstrat.
limit-kept =
    { $minutes ->
        [one] Ați trimis multe mesaje deodată. Nimic nu se pierde: ce ați scris s-a păstrat și va fi preluat în cel mult { $minutes } minut.
        [few] Ați trimis multe mesaje deodată. Nimic nu se pierde: ce ați scris s-a păstrat și va fi preluat în cel mult { $minutes } minute.
       *[other] Ați trimis multe mesaje deodată. Nimic nu se pierde: ce ați scris s-a păstrat și va fi preluat în cel mult { $minutes } de minute.
    }
heard-late = Ne cerem scuze, o vreme nu v-am putut auzi. Ce ați scris a ajuns acum, iar timpul se socotește din momentul în care ați scris.

## time: promises, silence, ratings

card-due-first-response = Primul răspuns până la
card-due-next-response = Următorul răspuns până la
card-due-resolution = De rezolvat până la
breach-warned =
    { WORD($promise) ->
        [first-response] Se apropie termenul pentru primul răspuns: { $due }.
        [next-response] Se apropie termenul pentru următorul răspuns: { $due }.
       *[other] Se apropie termenul de rezolvare: { $due }.
    }
breached =
    { WORD($promise) ->
        [first-response] Termenul pentru primul răspuns a fost { $due } și este depășit.
        [next-response] Termenul pentru următorul răspuns a fost { $due } și este depășit.
       *[other] Termenul de rezolvare a fost { $due } și este depășit.
    }
breach-retracted =
    { WORD($promise) ->
        [first-response] Corecție: primul răspuns a fost dat la timp, dar am aflat cu întârziere.
        [next-response] Corecție: răspunsul a fost dat la timp, dar am aflat cu întârziere.
       *[other] Corecție: rezolvarea a venit la timp, dar am aflat cu întârziere.
    }
escalated =
    { WORD($promise) ->
        [first-response] Primul răspuns încă nu a fost dat.
        [next-response] Încă nu a răspuns nimeni.
       *[other] Încă nu s-a rezolvat.
    }
undelivered =
    { $posts ->
        [one] Un mesaj nu a putut fi livrat.
        [few] { $posts } mesaje nu au putut fi livrate.
       *[other] { $posts } de mesaje nu au putut fi livrate.
    }
deliveries-retried =
    { $posts ->
        [one] { $by } retrimite mesajul.
        [few] { $by } retrimite { $posts } mesaje.
       *[other] { $by } retrimite { $posts } de mesaje.
    }
button-retry = Încearcă din nou
escalation-acknowledged = { $by } a văzut întârzierea și se ocupă de tichet.
for-somebody = Pentru { $name }:
digest-head =
    { $count ->
        [one] Un tichet are nevoie de atenție
        [few] { $count } tichete au nevoie de atenție
       *[other] { $count } de tichete au nevoie de atenție
    }
digest-warned =
    { WORD($promise) ->
        [first-response] **{ $key }** { $subject }: primul răspuns, până la { $due }.
        [next-response] **{ $key }** { $subject }: următorul răspuns, până la { $due }.
       *[other] **{ $key }** { $subject }: de rezolvat până la { $due }.
    }
digest-late =
    { WORD($promise) ->
        [first-response] **{ $key }** { $subject }: primul răspuns întârzie, termenul a fost { $due }.
        [next-response] **{ $key }** { $subject }: următorul răspuns întârzie, termenul a fost { $due }.
       *[other] **{ $key }** { $subject }: rezolvarea întârzie, termenul a fost { $due }.
    }
digest-more =
    { $count ->
        [one] … și încă unul.
        [few] … și încă { $count }.
       *[other] … și încă { $count }.
    }
button-acknowledge = Mă ocup eu
button-acknowledge-key = { $key }: mă ocup eu
button-why = De ce?
button-no-reply-needed = Nu e nevoie de răspuns
quiet-set = De acum, nu vă mai deranjează nimeni în intervalul { $hours } ({ $zone }). Ca să renunțați: `/desk quiet off`.
quiet-off = Nu mai aveți ore de liniște proprii: nu vă deranjează nimeni în afara programului serviciului.
quiet-how = Spuneți când să nu vă deranjeze nimeni, de exemplu `/desk quiet 22-7` sau `/desk quiet off`.
why-head = { $key }: ce s-a promis și cum a trecut timpul (plan { $plan }, prioritate { $priority }, ora din { $zone })
why-category = Pentru categoria { $category }, planul { $plan } numără orele din { $calendar }.
why-nothing = Pentru acest tichet nu s-a promis niciun termen.
why-clock =
    { WORD($promise) ->
        [first-response] **Primul răspuns**: { $target } în calendarul { $calendar }, începând cu { $since }.
        [next-response] **Următorul răspuns**: { $target } în calendarul { $calendar }, începând cu { $since }.
       *[other] **Rezolvarea**: { $target } în calendarul { $calendar }, începând cu { $since }.
    }
why-due = Termen: { $due }.
why-late = Termenul a fost { $due } și este depășit.
why-met = Îndeplinit la { $stopped }; termenul era { $due }.
why-paused = Ceasul stă pe loc cât timp starea este „{ $status }”.
why-asleep = Planul { $plan } nu promite nimic pentru prioritatea { $priority }.
why-cancelled = Nu se mai contorizează.
why-segment = { $from } – { $to }  { $length }  { WORD($state) ->
        [running] ceasul merge
        [paused] ceasul stă pe loc: { $because }
        [holiday] zi liberă: { $because }
       *[other] în afara programului { $because }
    }
why-earlier =
    { $count ->
        [one] … un interval anterior a fost omis.
        [few] … { $count } intervale anterioare au fost omise.
       *[other] … { $count } de intervale anterioare au fost omise.
    }
why-used = Timp folosit: { $used } din { $target }
no-reply-needed = { $by } consideră că ultimul mesaj nu are nevoie de răspuns.
requester-reminded = Solicitantul a primit un memento că așteptăm răspunsul său.
silence-reminder = Așteptăm răspunsul dumneavoastră la **{ $key }**. S-a rezolvat?
silence-reminder-until = Așteptăm răspunsul dumneavoastră la **{ $key }**. Dacă nu primim nimic, îl închidem la { $until }.
help-still-needed = { $by } spune că problema nu e încă rezolvată.
help-is-coming = Mulțumim. **{ $key }** rămâne deschis, iar cei care se ocupă de el știu că aveți în continuare nevoie de ajutor.
silence-halted = Înștiințarea dinaintea închiderii nu a ajuns la solicitant, așa că tichetul rămâne deschis. Încercați pe altă cale sau marcați-l ca rezolvat.
silence-halted-unheard = Ultimul răspuns nu a ajuns la solicitant, așa că tichetul rămâne deschis. Încercați pe altă cale sau marcați-l ca rezolvat.
silence-closes = Dacă nu primim nimic, închidem tichetul la { $until }.
closed-by-silence = Nu am primit niciun răspuns, așa că **{ $key }** s-a închis. Scrieți aici și se redeschide.
cancelled-by-silence = Nu am primit niciun răspuns, așa că **{ $key }** s-a anulat. Scrieți aici și se redeschide.
closed-by-silence-here = Închis: solicitantul nu a răspuns.
cancelled-by-silence-here = Anulat: solicitantul nu a răspuns.
plan-changed = { $by } a schimbat planul: { $plan }.
history-closed = închis definitiv
history-rating-asked = solicitantului i s-a cerut o evaluare
history-rating-lapsed = solicitantul nu a fost întrebat din nou la timp
history-rating-comment = { $name } a comentat evaluarea
rating-question = Cum vi s-a părut răspunsul nostru la **{ $key }** ({ $subject })? 1 este cel mai slab, { $scale } cel mai bun.
rating-question-again = Ne-ar ajuta să știm: cum vi s-a părut răspunsul nostru la **{ $key }** ({ $subject })? 1 este cel mai slab, { $scale } cel mai bun. Nu vă mai întrebăm.
rating-given = Ați evaluat răspunsul nostru la **{ $key }** cu { $score } din { $scale }. Dacă apăsați alt număr, evaluarea se schimbă.
rating-comment-how =
    { $minutes ->
        [one] Scrieți-l acum: următorul mesaj de aici, trimis în cel mult { $minutes } minut, însoțește evaluarea pentru **{ $key }**.
        [few] Scrieți-l acum: următorul mesaj de aici, trimis în cel mult { $minutes } minute, însoțește evaluarea pentru **{ $key }**.
       *[other] Scrieți-l acum: următorul mesaj de aici, trimis în cel mult { $minutes } de minute, însoțește evaluarea pentru **{ $key }**.
    }
rating-comment-kept = Vă mulțumim! Cei care v-au răspuns vor citi comentariul.
rating-comment-by = { $name }, despre evaluare
button-rating-comment = Adaugă un comentariu
button-rating-no-comment = Fără comentariu
form-rating-comment-title = Comentariu la evaluare
field-rating-comment = Ce a fost bine și ce nu?
rated = { $name } a evaluat răspunsul cu { $score } din { $scale }.
rated-anew = { $name } a schimbat evaluarea răspunsului din { $before } în { $score }.
refusal-only-the-requester-rates = { $key } poate fi evaluat doar de solicitant.
refusal-rating-is-over = Timpul de evaluare pentru { $key } a trecut.
button-solved = S-a rezolvat
refusal-no-such-plan = Serviciul nu are planul { $plan }.
refusal-priority-not-offered = Planul { $plan } nu oferă această prioritate. Oferă: { $allowed }.
back-at = Acum nu este nimeni aici. Revenim la { $at }.
merged = { $by } a comasat acest tichet cu { $into }. Continuă acolo.
merged-in = { $by } a comasat { $key } cu acest tichet. Continuă aici.
merged-for-requester = **{ $key }** privește cam același lucru ca **{ $into }** și continuă acolo. Scrieți ca până acum.
merged-now = { $key } continuă în { $into }.
merged-older = { $key } este tichetul mai vechi: timpul scurs pentru rezolvarea lui nu se mai contorizează. Ca să continuați în { $key }, anulați comasarea, apoi comasați { $into } cu { $key }.
unmerged = { $by } a anulat comasarea: acest tichet continuă din nou separat de { $key }.
merge-undone = { $by } a anulat comasarea: { $key } continuă din nou separat. Ce s-a scris aici între timp rămâne aici.
unmerged-for-requester = **{ $key }** este din nou un tichet de sine stătător, separat de **{ $from }**. Scrieți aici ca până acum.
unmerged-now = { $key } continuă din nou separat de { $from }.
linked =
    { WORD($kind) ->
        [duplicate-of] { $by } a legat acest tichet: este un duplicat al tichetului { $key }.
        [has-duplicate] { $by } a legat acest tichet: { $key } este un duplicat al acestuia.
        [follow-up-of] { $by } a legat acest tichet: este continuarea tichetului { $key }.
        [has-follow-up] { $by } a legat acest tichet: continuă în { $key }.
        [caused-by] { $by } a legat acest tichet: este cauzat de { $key }.
        [causes] { $by } a legat acest tichet: a cauzat { $key }.
        [split-from] { $by } a separat acest tichet din { $key }.
        [has-split] { $by } a făcut dintr-o parte a acestui tichet un tichet separat: { $key }.
       *[other] { $by } a legat acest tichet de { $key }.
    }
unlinked = { $by } a scos legătura cu { $key }.
linked-now = { $key } este legat de { $other }.
unlinked-now = { $key } și { $other } nu mai sunt legate.
linked-moved = { $key }, legat de acest tichet, are acum altă stare.
tagged = { $by } a pus etichete: { $tags }
untagged = { $by } a scos etichete: { $tags }
tags-now = Etichetele tichetului { $key }: { $tags }
tags-none = { $key } nu are etichete.
split-choose = Un tichet nou din { $key }, care începe cu „{ $words }”. Ce să cuprindă?
split-which = Cu ce mesaj din { $key } să înceapă noul tichet?
split-now = { $key } este separat din { $from }, iar solicitantul a fost anunțat.
relate-how =
    Tichetele se leagă prin comenzi ca acestea:

    - `{ $command } link DEMO-17 to DEMO-12 as duplicate` (sau `follow-up`, `caused by`, `related`)
    - `{ $command } unlink DEMO-17 from DEMO-12`
    - `{ $command } tag DEMO-17 imprimantă vip` și `{ $command } untag DEMO-17 vip`
    - `{ $command } list tag:imprimantă` le găsește din nou
    - `{ $command } split DEMO-17` face dintr-un mesaj un tichet separat
    - `{ $command } unmerge DEMO-17` anulează o comasare
macro-which = Ce răspuns trimiteți solicitantului din { $key }?
macro-shown = Solicitantul din { $key } primește:
macro-copy = Copiați textul, completați { $blanks } și trimiteți-l în topicul { $key }, începând cu `>>`:
report-head = **Raport: { $from } – { $to }** ({ $zone })
report-volume = Deschise: { $opened }, rezolvate: { $resolved }, încă deschise: { $backlog }.
report-promise =
    { WORD($promise) ->
        [first-response] **Primul răspuns**: mediana { $median }, nouă din zece în cel mult { $p90 }; la timp { $share } (respectate { $met }, depășite { $breached }, necontorizate { $cancelled }).
        [next-response] **Următorul răspuns**: mediana { $median }, nouă din zece în cel mult { $p90 }; la timp { $share } (respectate { $met }, depășite { $breached }, necontorizate { $cancelled }).
       *[other] **Rezolvarea**: mediana { $median }, nouă din zece în cel mult { $p90 }; la timp { $share } (respectate { $met }, depășite { $breached }, necontorizate { $cancelled }).
    }
report-rating = **Evaluare**: { $average } din 5 (răspunsuri: { $count }).
report-by-desk = **Pe servicii**
report-by-type = **Pe tipuri**
report-by-priority = **Pe priorități**
report-by-category = **Pe categorii**
report-by-tag = **Pe etichete**
report-by-plan = **Pe planuri**
report-by-agent = **Pe agenți**
report-group = { $name }: deschise { $opened }, rezolvate { $resolved }, încă deschise { $backlog }; primul răspuns { $first }, la timp { $share }; rezolvarea { $solved }; evaluare { $average }
report-group-nobody = Fără responsabil: deschise { $opened }, rezolvate { $resolved }, încă deschise { $backlog }; primul răspuns { $first }, la timp { $share }; rezolvarea { $solved }; evaluare { $average }
report-more =
    { $count ->
        [one] … și încă unul.
        [few] … și încă { $count }.
       *[other] … și încă { $count }.
    }
report-cut =
    { $count ->
        [one] Au fost mai multe: s-a numărat doar { $count } tichet, cel mai nou.
        [few] Au fost mai multe: s-au numărat doar cele mai noi { $count } tichete.
       *[other] Au fost mai multe: s-au numărat doar cele mai noi { $count } de tichete.
    }
report-csv = Ca fișier CSV, pentru cine administrează serviciul: `npm run desk -- report --csv --{ $over }`
refusal-merged-with-itself = { $key } nu poate fi comasat cu el însuși.
refusal-requesters-differ = { $key } și { $into } vin de la oameni diferiți, iar niciunul nu trebuie să citească ce a scris celălalt. Răspundeți la fiecare separat.
refusal-too-many-watchers =
    { $most ->
        [one] { $key } este deja urmărit de { $most } persoană. Scoateți-o mai întâi.
        [few] { $key } este deja urmărit de { $most } persoane. Scoateți mai întâi pe cineva.
       *[other] { $key } este deja urmărit de { $most } de persoane. Scoateți mai întâi pe cineva.
    }
refusal-only-colleagues = Puteți aduce oameni din spațiul dumneavoastră de lucru: scrieți @nume. Pentru alții, adresați-vă serviciului.
refusal-watcher-is-blocked = Această persoană nu poate fi adusă în { $key }.
refusal-invitation-is-over = Acest link nu mai este valabil. Cereți unul nou sau scrieți pur și simplu de ce aveți nevoie.
refusal-not-merged = { $key } nu este comasat cu alt tichet.
refusal-linked-with-itself = { $key } nu poate fi legat de el însuși.
refusal-not-linked = { $key } și { $other } nu sunt legate.
refusal-too-many-links = { $key } are deja prea multe legături. Scoateți mai întâi una.
refusal-not-a-tag = { error-not-a-tag }
refusal-too-many-tags =
    { $max ->
        [one] { $key } ar avea mai mult de { $max } etichetă. Scoateți-o mai întâi.
        [few] { $key } ar avea mai mult de { $max } etichete. Scoateți mai întâi câteva.
       *[other] { $key } ar avea mai mult de { $max } de etichete. Scoateți mai întâi câteva.
    }
refusal-nothing-to-split = Un tichet nou se poate separa doar dintr-un mesaj al solicitantului.
refusal-split-of-private = { $key } este privat, iar un tichet nou ar fi văzut de toți. Partajați-l mai întâi cu toți agenții.
refusal-move-of-private = { $key } este privat, iar dintre cei cu care este partajat nu lucrează nimeni la celălalt serviciu. Partajați-l mai întâi cu toți agenții.
refusal-no-such-macro = Serviciul nu mai are acest răspuns predefinit.
refusal-no-reply-owed = La { $key } nu așteaptă nimeni un răspuns.
refusal-nothing-undelivered = Aici nu mai este nimic de retrimis.
refusal-not-taken-in = Nu am putut prelua acest lucru, dintr-o eroare de-a noastră. S-a păstrat, iar cei care administrează serviciul sunt anunțați. Dacă este urgent, încercați, vă rugăm, altfel.

## what cannot be done

not-an-agent = Doar cei de la { $desk } pot face asta.
stranger-refused = Acest lucru nu vă este permis. Dacă aveți nevoie de ajutor, deschideți un tichet propriu.
already-taken = { $key } este deja preluat de { $name }.
closed-already = { $key } este deja închis.
ticket-is-closed = { $key } este închis definitiv. Dacă mai este ceva de spus, deschideți un tichet nou.
ticket-not-found = Nu aveți niciun tichet { $key }. Codul este corect?
nothing-to-close = Nu aveți niciun tichet deschis pe care să îl închideți.
nothing-to-cancel = Nu aveți niciun formular început.
not-allowed = Rolul dumneavoastră nu permite acest lucru: { $act }
transition-needs = Vă rugăm să completați mai întâi: { $fields }
refusal-already-taken = { already-taken }
refusal-not-allowed = Rolul dumneavoastră nu permite acest lucru.
refusal-not-an-agent = Doar cei din acest serviciu pot face asta.
refusal-ticket-is-closed = { ticket-is-closed }
refusal-ticket-not-found = { ticket-not-found }
refusal-transition-not-allowed = Din starea în care este, tichetul nu poate trece în „{ $status }”.
refusal-transition-needs = { transition-needs }
refusal-no-such-status = Acest serviciu nu are starea { $status }.
refusal-no-such-priority = Acest serviciu nu are prioritatea { $priority }.
refusal-no-such-person = Această persoană nu poate avea tichete în acest serviciu.
refusal-no-such-desk = Locul acesta nu aparține niciunui serviciu. Rugați persoana care administrează serviciul să adauge acest canal.
refusal-button-is-stale = Acest buton nu mai este valabil. Folosiți butoanele de la cel mai nou mesaj.
refusal-nothing-to-undo = În ultimele 10 secunde nu ați răspuns nimănui. Puteți oricând șterge mesajul din fir, iar copia solicitantului dispare și ea.
refusal-draft-is-gone = Acest formular nu mai există. Vă rugăm să începeți din nou.
refusal-answers-incomplete = Încă lipsește ceva. Vă rugăm să verificați formularul.
refusal-raised-already = { raised-already }
refusal-channel-is-shared = Acest canal este citit și de oameni din altă companie, așa că aici nu se păstrează note. Partajați mai întâi tichetul doar cu anumiți colegi (Editează) și scrieți nota acolo.
refusal-earlier-unseen = Nu pot citi acel fir. Invitați-mă în canalul lui și verificați că aplicația îi poate citi istoricul (vă spune `npm run desk -- doctor`), apoi apăsați din nou.
refusal-earlier-not-theirs = Doar cine poate citi acel fir îi poate aduce mesajele.
refusal-earlier-not-now = Ce s-a spus înainte nu poate fi citit acum. Nu s-a pierdut nimic; apăsați din nou peste un minut.
refusal-ticket-is-private = { $key } este privat. Întrebați-i pe cei cu care este partajat.
refusal-private-not-here = { $key } este privat, iar acest grup este citit de toți. Întrebați-mă despre el în conversația dumneavoastră cu mine.
refusal-no-such-type = Acest serviciu nu are tipul { $type }.
refusal-no-such-category = Acest serviciu nu are categoria { $category }.
refusal-only-agents-resolve = **{ $key }** este închis de cei care lucrează la el, după ce problema dispare. Scrieți-le acolo că a dispărut.
refusal-no-such-field = Acest tichet nu are câmpul { $field }. Câmpurile lui: { $fields }.
refusal-no-such-channel = Acesta nu este un canal al acestui serviciu.
refusal-no-such-requester = Nu găsim pe nimeni cu aceste date. Numiți o persoană, codul unui tichet sau ID-ul de Telegram al cuiva care i-a scris botului.
refusal-snooze-is-past = { error-time-is-past }
refusal-requester-is-blocked = { blocked-told }

## looking things up

assign-whom = Cui îi dăm **{ $key }**?
which-ticket = Aveți mai multe tichete deschise. Pentru care este mesajul?
which-ticket-to-close = Ce tichet să închidem?
which-ticket-button = { $key } { $subject }
picked = Mesajul ajunge la **{ $key }**.
picked-new = Mesajul devine un tichet nou.
list-empty = Nu aveți tichete deschise.
list-head =
    { $count ->
        [one] Aveți { $count } tichet deschis:
        [few] Aveți { $count } tichete deschise:
       *[other] Aveți { $count } de tichete deschise:
    }
list-line = **{ $key }** { $subject } ({ $status })
list-line-watched = **{ $key }** { $subject } ({ $status }), pe care îl urmăriți
list-tagged =
    { $count ->
        [0] Niciun tichet deschis nu are eticheta { $tag }.
        [one] Un tichet deschis are eticheta { $tag }:
        [few] { $count } tichete deschise au eticheta { $tag }:
       *[other] { $count } de tichete deschise au eticheta { $tag }:
    }
status-card = **{ $key }** { $subject }
    Stare: { $status }
    Responsabil: { $assignee }
    Cine urmează: { $turn }
history-head = Istoricul tichetului { $key } (ora din { $zone })
history-line = { $time } { $what }
history-opened = { $by } a deschis tichetul.
history-opened-for = { $by } a deschis tichetul pentru { $name }.
history-asked = { $by } a scris.
history-answered = { $by } a răspuns.
history-noted = { $by } a lăsat o notă.
history-withdrawn = { $by } a retras un răspuns.
history-edited = { $by } a editat un mesaj.
history-deleted = Un mesaj a fost șters.
history-status = Starea a devenit „{ $status }”.
history-resolved = { $by } l-a marcat ca rezolvat.
history-reopened = { $by } l-a redeschis.
history-requester = { $by } a schimbat solicitantul: { $name }.
history-private = { $by } l-a făcut privat. Îl mai văd doar: { $names }.
history-watcher-added = { $by } a adus o persoană: { $name }.
history-watcher-removed = { $by } a scos o persoană: { $name }.
history-desk = { $by } l-a mutat la { $desk }.
history-channel = { $by } l-a mutat în alt canal.
history-channel-renumbered = Grupul agenților a devenit supergrup.
history-woken = Amânarea s-a încheiat.
history-kept = { $by } a scris, deși are accesul blocat; mesajul s-a păstrat.

## organisations

resolved-by-colleague = { $name } spune că **{ $key }** s-a rezolvat. Dacă nu este așa, scrieți aici și se redeschide.
watched-already = **{ $key }** este deja urmărit acolo.
company-head =
    { $count ->
        [one] Organizația dumneavoastră are un tichet:
        [few] Organizația dumneavoastră are { $count } tichete:
       *[other] Organizația dumneavoastră are { $count } de tichete:
    }
company-line = **{ $key }** { $subject } · { $status } · { $name }
company-empty = Organizația dumneavoastră nu are niciun tichet deschis.
company-sees-nothing = Aici vedeți doar tichetele proprii: le găsiți cu `list` sau `/tickets`.
organisation-needed-slack =
    { $desk } este pentru clienți, iar eu nu știu încă din ce organizație sunteți. Puteți intra în trei feluri:

    - întrebați în canalul pe care compania dumneavoastră îl partajează cu noi
    - scrieți `/ticket email nume@compania-dumneavoastra.ro`, cu adresa profesională, iar cineva de aici o confirmă
    - întrebați pe cineva pe care îl cunoașteți la noi
organisation-needed-telegram =
    { $desk } este pentru clienți, iar eu nu știu încă din ce organizație sunteți. Puteți intra în două feluri:

    - deschideți linkul de invitație pe care compania dumneavoastră îl are de la noi
    - scrieți `/email nume@compania-dumneavoastra.ro`, cu adresa profesională, iar cineva de aici o confirmă
organisation-kept = Ce ați scris s-a păstrat și merge automat mai departe de îndată ce aveți acces.
organisation-joined = Bine ați venit la { $desk }! Faceți parte din { $organisation }. Dacă aveți nevoie de ceva, scrieți aici.
organisation-is-yours = Aici faceți deja parte din { $organisation }. Dacă nu este corect, spuneți-ne într-un tichet.
invitation-is-over = Această invitație nu este sau nu mai este valabilă. Cereți una nouă de la cine v-a dat-o.
email-claimed = { $name } spune că { $email } este adresa sa. Nimic nu o dovedește: serviciul nu are încă un e-mail propriu cu care să întrebe la acea adresă.
email-claimed-of = { $domain } este domeniul organizației { $organisation }. Confirmați adresa?
email-claimed-unknown = { $domain } nu aparține niciunei organizații de aici. Dacă ar trebui, mai întâi: `/desk org domain NUME { $domain }`
email-claimed-told = Vă mulțumim. Cineva de aici verifică dacă { $email } este adresa dumneavoastră, pentru că nu putem trimite încă un e-mail acolo. Vă anunțăm aici.
email-claimed-just-now = Tocmai ați indicat o adresă. Vă rugăm să așteptați un minut înainte de a indica alta.
email-not-needed = Aici nu este nevoie de adresă: scrieți pur și simplu de ce aveți nevoie.
email-confirmed = { $by } a confirmat { $email }: { $name } face parte din { $organisation }.
email-declined = { $by } a respins { $email }, indicată de { $name }.
email-declined-told = Nu am putut confirma { $email }. Cereți companiei un link de invitație sau indicați altă adresă.
button-confirm-email = Confirmă
button-decline-email = Respinge
organisation-how =
    Ce puteți spune despre organizații:

    - `/desk org list` și `/desk org who Acme`
    - `/desk org add Acme gold`, cu un plan, și `/desk org plan Acme basic` ca să îl schimbați
    - `/desk org domain Acme acme.example`, `channel Acme #acme` (sau `here`), `workspace Acme T012ABC`: cine vine de acolo face parte din ea
    - `/desk org person Acme @cineva` (sau codul unui tichet al acelei persoane)
    - `/desk org invite Acme 14 25` face un link pentru Telegram, pentru 14 zile și 25 de persoane; `revoke Acme` îi anulează toate linkurile
    - `/desk org remove domain acme.example` (`channel`, `workspace`, `person @cineva`), `remove Acme` cu totul
organisations-none = Nu există încă nicio organizație. `/desk org add Acme` creează una.
organisations-head =
    { $count ->
        [one] O organizație:
        [few] { $count } organizații:
       *[other] { $count } de organizații:
    }
organisation-line =
    { $count ->
        [one] - **{ $organisation }**, plan { $plan }, { $count } persoană
        [few] - **{ $organisation }**, plan { $plan }, { $count } persoane
       *[other] - **{ $organisation }**, plan { $plan }, { $count } de persoane
    }
organisation-people =
    { $count ->
        [0] Nimeni nu face parte încă din **{ $organisation }**.
        [one] O persoană face parte din **{ $organisation }**:
        [few] { $count } persoane fac parte din **{ $organisation }**:
       *[other] { $count } de persoane fac parte din **{ $organisation }**:
    }
organisation-person = - { $name } ({ WORD($via) ->
        [workspace] prin spațiul său de lucru
        [channel] printr-un canal
        [profile-email] prin e-mailul din Slack
        [confirmed-email] printr-un e-mail confirmat de un agent
        [invitation] printr-o invitație
       *[other] a spus-o un agent
    })
organisation-rule = - { WORD($kind) ->
        [workspace] spațiul de lucru { $value }
        [channel] canalul { $value }
       *[other] domeniul de e-mail { $value }
    }
organisation-invitation = - o invitație valabilă până la { $until }, folosită de { $uses } din { $people }
organisation-added = **{ $organisation }** este adăugată, cu planul { $plan }. Spuneți cine face parte din ea: `/desk org domain`, `channel`, `workspace` sau `invite`.
organisation-plan = De acum, **{ $organisation }** are planul { $plan }. Tichetele deschise își păstrează termenele promise; următoarele intră pe planul nou.
organisation-rule-added = Cine vine { WORD($kind) ->
        [workspace] din spațiul de lucru { $value }
        [channel] din canalul { $value }
       *[other] cu un e-mail confirmat la { $value }
    } face parte din **{ $organisation }**.
organisation-rule-removed = { $value } nu mai contează, iar cine venise de acolo nu mai face parte din organizație.
organisation-no-rule = { $value } nu aparține niciunei organizații.
organisation-has = { $name } face parte din **{ $organisation }**.
organisation-lost = { $name } nu mai face parte din nicio organizație.
organisation-lost-none = { $name } nu face parte din nicio organizație.
organisation-invite =
    { $people ->
        [one] Invitația pentru **{ $organisation }**, pentru { $people } persoană, până la { $until }: { $link } Linkul se arată o singură dată; cine îl are poate intra.
        [few] Invitația pentru **{ $organisation }**, pentru { $people } persoane, până la { $until }: { $link } Linkul se arată o singură dată; cine îl are poate intra.
       *[other] Invitația pentru **{ $organisation }**, pentru { $people } de persoane, până la { $until }: { $link } Linkul se arată o singură dată; cine îl are poate intra.
    }
organisation-revoked =
    { $count ->
        [0] **{ $organisation }** nu are nicio invitație deschisă.
        [one] Invitația pentru **{ $organisation }** nu mai este valabilă.
        [few] { $count } invitații pentru **{ $organisation }** nu mai sunt valabile.
       *[other] { $count } de invitații pentru **{ $organisation }** nu mai sunt valabile.
    }
organisation-removed = **{ $organisation }** a fost ștearsă, iar oamenii ei nu mai fac parte din nicio organizație. Tichetele rămân.
refusal-no-such-organisation = Nu există organizația { $organisation }. Există: { $allowed }.
refusal-organisation-is-there = Organizația { $organisation } există deja.
refusal-rule-is-taken = { $value } este deja la { $organisation }. Mai întâi: `/desk org remove { $kind } { $value }`
refusal-rule-is-odd =
    { WORD($kind) ->
        [workspace] { $value } nu este un spațiu de lucru. Scrieți ID-ul lui, de exemplu T012ABCDE: se vede în adresă când Slack este deschis în browser.
        [channel] { $value } nu este un canal. Numiți-l cu #, scrieți `here` sau ID-ul lui, de exemplu C012ABCDE.
       *[other] { $value } nu este un domeniu de e-mail. Scrieți-l așa: acme.example.
    }
refusal-domain-is-public = Oricine poate avea o adresă la { $value }: nu spune nimic despre companie.
refusal-domain-is-unknown = { $domain } nu aparține niciunei organizații de aici. Mai întâi: `/desk org domain NUME { $domain }`
refusal-no-invitations = Invitațiile sunt linkuri către botul de Telegram, iar aici nu rulează niciunul. Adăugați oamenii prin domeniu, canal sau spațiu de lucru.
refusal-claim-is-decided = S-a hotărât deja.
refusal-not-a-colleague = Nu cunoaștem aici pe nimeni cu numele { $name } din organizația dumneavoastră.
refusal-sees-only = Puteți citi { $key }; despre ce se întâmplă în el hotărăște colegul care l-a deschis.
command-watch = Tichetul unui coleg, urmărit și aici
command-share = Partajează un tichet cu un coleg
command-email = Adresa profesională, ca să puteți intra
operator-organisations = organizații: doar oamenii lor pot întreba: { $required }; le văd toate tichetele: { $see }; scriu în ele: { $write }; partajează unul: { $share }
operator-import-how = npm run desk -- organisations import FIȘIER.csv [--dry-run]. Primul rând numește coloanele: name, plan, domains, channels, workspaces, desk; mai multe valori într-o celulă se despart prin spații.
operator-import-fault = rândul { $line }: { $fault }
operator-import-same = rândul { $line }: { $organisation } rămâne cum este
operator-import-new = rândul { $line }: organizație nouă, { $organisation }, plan { $plan }
operator-import-plan = rândul { $line }: { $organisation } trece de la planul { $before } la { $plan }; tichetele deschise îl păstrează pe al lor
operator-import-rule = rândul { $line }: { $kind } { $value } intră la { $organisation }
operator-import-dry =
    { $count ->
        [one] S-ar face o modificare. Fără --dry-run, se face.
        [few] S-ar face { $count } modificări. Fără --dry-run, se fac.
       *[other] S-ar face { $count } de modificări. Fără --dry-run, se fac.
    }
operator-import-done =
    { $count ->
        [one] S-a făcut o modificare.
        [few] S-au făcut { $count } modificări.
       *[other] S-au făcut { $count } de modificări.
    }
operator-import-nothing = Nimic de schimbat.
import-no-file = { $file } nu poate fi citit. Corectați calea.
import-no-column = lipsește coloana name. Primul rând numește coloanele: { $allowed }.
import-unknown-column = nu există coloana { $column }. Folosiți una dintre: { $allowed }.
import-quote = o ghilimea nu este închisă. Închideți-o sau dublați-o acolo unde face parte din text.
import-cells =
    { $count ->
        [one] este o celulă în plus față de coloane. Puneți textul cu virgulă între ghilimele.
        [few] sunt { $count } celule în plus față de coloane. Puneți textul cu virgulă între ghilimele.
       *[other] sunt { $count } de celule în plus față de coloane. Puneți textul cu virgulă între ghilimele.
    }
import-no-name = lipsește numele. Scrieți unul sau ștergeți rândul.
import-long-name =
    { $max ->
        [one] numele este prea lung. Scurtați-l la { $max } caracter.
        [few] numele este prea lung. Scurtați-l la { $max } caractere.
       *[other] numele este prea lung. Scurtați-l la { $max } de caractere.
    }
import-twice = { $organisation } apare deja în rândul { $line }. Puneți-le pe amândouă într-un singur rând.
import-no-desk = nu există serviciul { $desk }. Scrieți unul dintre: { $allowed }.
import-which-desk = sunt mai multe servicii. Numiți unul într-o coloană desk: { $allowed }.
import-no-plan = serviciul nu are planul { $plan }. Scrieți unul dintre: { $allowed }.

## greetings and help

help-slack =
    Ce pot face:

    - `{ $command }` deschide formularul pentru un tichet nou
    - `{ $command } imprimanta a luat foc` îl deschide cu subiectul completat
    - `{ $command } list` arată tichetele dumneavoastră deschise
    - `{ $command } DEMO-17` spune în ce stadiu este un tichet
    - `{ $command } close DEMO-17` închide un tichet rezolvat
    - `{ $command } watch DEMO-17 @kim` aduce un coleg, `unwatch` îl scoate
    - `{ $command } roadmap` arată ce este planificat și pentru când
    - `{ $command } find factură martie` caută în tot ce puteți vedea
    - `{ $command } company` arată tichetele organizației dumneavoastră, dacă le poate vedea; `{ $command } watch DEMO-17` vă aduce unul, `{ $command } share DEMO-17 @cineva` îl aduce unui coleg
    - `/language` schimbă limba în care vorbesc cu dumneavoastră

    Ca să faceți tichet din orice mesaj, alegeți *Ticket from message* în meniul lui.
help-slack-agents =
    Pentru că lucrați într-un serviciu de asistență:

    - `{ $command } why DEMO-17` spune ce s-a promis la un tichet și cum i-a trecut timpul
    - `{ $command } history DEMO-17` spune ce s-a întâmplat cu el
    - `{ $command } undo` retrage ce tocmai ați răspuns
    - `{ $command } merge DEMO-17 into DEMO-12` face unul singur din două tichete ale aceleiași persoane
    - `{ $command } unmerge DEMO-17` anulează comasarea; `{ $command } split DEMO-17` face două din unul
    - `{ $command } link DEMO-17 to DEMO-12 as duplicate` arată la amândouă ce legătură au
    - `{ $command } tag DEMO-17 imprimantă` și `{ $command } list tag:imprimantă` găsesc ce merge împreună
    - `{ $command } for @cineva …` deschide un tichet pentru altcineva
    - `{ $command } report week` spune cum a fost săptămâna
    - `{ $command } set DEMO-17 planned 2026-Q4` completează un câmp al unui tichet
    - `{ $command } set DEMO-17 snooze 2026-12-31 09:00` îl amână, `-` îl readuce; la fel se schimbă `subject` (subiectul), `type` (tipul), `category` (categoria) și `plan` (planul)
    - `{ $command } assign DEMO-17 @kim` îl dă cuiva
    - `{ $command } mine`, `unassigned`, `due`, `waiting` sunt listele dumneavoastră
    - `/desk quiet 22-7` spune când să nu vă deranjeze nimeni
    - `/desk org` este pentru organizațiile clienților: care sunt și cine face parte din ele
help-telegram =
    Scrieți pur și simplu de ce aveți nevoie, iar cineva vă răspunde aici.

    `/new` pune mai întâi câteva întrebări
    `/tickets` arată tichetele dumneavoastră deschise; `/tickets company`, pe cele ale organizației, dacă le poate vedea
    `/status DEMO-17` spune în ce stadiu este un tichet
    `/close` închide un tichet rezolvat
    `/watch DEMO-17` face un link prin care aduceți pe cineva, `/unwatch DEMO-17` vă scoate pe dumneavoastră sau pe altcineva
    `/share DEMO-17 Kim Berg` partajează un tichet cu un coleg, scris cu numele, dacă serviciul permite
    `/roadmap` arată ce este planificat și pentru când
    `/delete` ca răspuns la un mesaj al dumneavoastră îl retrage: aici și acolo unde îl citesc agenții
    `/language` schimbă limba
    `/cancel` părăsește un formular
help-telegram-agents =
    Pentru că lucrați într-un serviciu de asistență:

    `/mine`, `/unassigned`, `/due` și `/waiting` sunt listele dumneavoastră; `/find factura martie` caută peste tot
    `/why DEMO-17` spune ce s-a promis la un tichet, iar `/history DEMO-17`, ce s-a întâmplat cu el
    `/set DEMO-17 planned 2026-Q4` completează un câmp al unui tichet
    `/set DEMO-17 snooze 2026-12-31 09:00` îl amână, `-` îl readuce; la fel se schimbă `subject` (subiectul), `type` (tipul), `category` (categoria) și `plan` (planul)
    `/assign DEMO-17 Kim` dă un tichet cuiva; fără nume, alegeți dintr-o listă
    `/merge DEMO-17 into DEMO-12` face unul singur din două tichete ale aceleiași persoane; `/unmerge DEMO-17` anulează comasarea
    `/split DEMO-17` face dintr-un mesaj un tichet separat
    `/link DEMO-17 to DEMO-12 as duplicate` (sau `follow-up`, `caused by`, `related`), `/unlink DEMO-17 from DEMO-12`
    `/tag DEMO-17 imprimantă`, `/untag DEMO-17 imprimantă`; `/tagged imprimantă` le găsește din nou
    `/report week` spune cum a fost săptămâna, iar `/undo` retrage ce tocmai ați răspuns

    Cele mai multe funcționează și în grupul agenților; în subiectul unui tichet nu este nevoie să îi scrieți cheia.
language-ask = Vorbesc cu dumneavoastră în { $language }. Ce limbă preferați?
language-set = De acum, vorbesc cu dumneavoastră în { $language }. Cu `/language` o puteți schimba.
language-auto = De acum, folosesc limba aplicației dumneavoastră: { $language }. Cu `/language` o puteți schimba.
language-unknown = Limba „{ $wanted }” nu se vorbește aici. Puteți alege: { $allowed }
button-language-auto = Ca în aplicația mea
start-greeting = Bună ziua, { $name }! Aici este { $desk }. Scrieți cu cuvintele dumneavoastră de ce aveți nevoie, iar cineva vă răspunde aici. `/help` arată ce mai pot face.
start-in-group = Vă rog să-mi scrieți în privat: ce întrebați acolo rămâne între dumneavoastră și serviciu.
noise-answer = Sunt aici. Când aveți nevoie de ceva, scrieți despre ce este vorba și se deschide un tichet.
noise-resolved = Vă mulțumim! **{ $key }** rămâne rezolvat. Dacă ceva încă nu merge, scrieți ce anume și se redeschide.

## what became of a delivery

delivery-refused-blocked = Mesajul nu a ajuns la { $name }: a blocat botul sau nu l-a pornit niciodată. Încercați pe altă cale.
delivery-refused-place-gone = Mesajul nu a ajuns: locul căruia îi era destinat nu mai există, este arhivat sau ne este închis. Invitați din nou botul sau contactați persoana pe altă cale.
delivery-refused-not-accepted = Mesajul nu a ajuns: platforma nu îl acceptă ({ $code }). Scrieți-l altfel și trimiteți-l din nou.
delivery-unclear = Nu este sigur că mesajul a ajuns. Vă rugăm să verificați înainte de a-l trimite din nou.
reply-waits-for = Răspunsul dumneavoastră la **{ $key }** așteaptă la rând: platforma solicitantului nu mai primește nimic timp de circa { $seconds } s. Pleacă singur.
reply-waits = Răspunsul dumneavoastră la **{ $key }** așteaptă la rând, pentru că platforma solicitantului nu răspunde. Pleacă singur de îndată ce platforma își revine.
place-moved = Nu putem scrie unde a întrebat { $name }, așa că tichetul continuă în conversația sa cu serviciul.
place-moved-to-dm = Nu putem scrie unde ați întrebat, așa că continuăm aici.
topic-made-again = Topicul acestui tichet a fost șters, așa că tichetul continuă aici. Ultimele mesaje:
topic-left-behind = Grupul a devenit supergrup, iar vechile topicuri au rămas în urmă. Tichetul continuă aici. Ultimele mesaje:
unnamed = Mesajul a fost scris în numele unui grup sau al unui canal, așa că nu văd de către cine, iar solicitantul nu îl citește. Dacă sunteți administrator al grupului, dezactivați pentru dumneavoastră anonimatul și scrieți-l din nou.

## a form asked question by question

question-progress = Întrebarea { $step } din { $total }
question-summary = Gata de trimis: **{ $subject }**
draft-sent = Am trimis. Vă mulțumim!
draft-cancelled = Am anulat. Nu s-a trimis nimic.

## the commands' menu

command-new = O întrebare nouă
command-tickets = Tichetele dumneavoastră deschise
command-status = În ce stadiu este un tichet
command-close = Închide un tichet rezolvat
command-language = Alegerea limbii
command-help = Ce pot face
command-delete = Retrage mesajul la care răspundeți
command-cancel = Părăsește formularul
command-start = Începe
command-start-in-group = Scrieți-mi în privat: ce întrebați rămâne între noi
command-mine = Tichetele în lucru la dumneavoastră
command-unassigned = Tichete fără responsabil
command-due = Cele mai apropiate termene
command-waiting = Ale dumneavoastră, în așteptarea altcuiva
command-find = Caută cuvinte în tichete
command-merge = Face unul singur din două tichete
command-split = Face dintr-un mesaj un tichet separat
command-link = Arată ce legătură au două tichete
command-assign = Dă un tichet cuiva
command-set = Schimbă un câmp al unui tichet
command-tag = Pune o etichetă pe un tichet
command-tagged = Tichetele cu o etichetă
command-undo = Retrage ce tocmai ați răspuns
command-why = Ce s-a promis la un tichet

## for whoever runs the desk

operator-platform-absent = { $platform } nu are token, așa că aceste linii sunt oprite: { $lines }
operator-channel-not-yet = { $desk }: canalul { $channel } nu este încă disponibil, liniile lui nu fac nimic.
operator-nobody-moves = { $desk }: nimeni nu poate muta un tichet { $ways }, fiindcă nimeni nu are rolurile { $roles }. Scrieți în ele id-uri de membri.
operator-rung-elsewhere = { $desk }: { $rungs } din escaladare nu află nimic, fiindcă niciun agent nu lucrează pe platforma aceea. Numiți pe cineva din { $platform } sau channel.
operator-link-too-long = { $desk }: Telegram primește 64 de caractere după start=, așa că aceste linkuri nu duc nicăieri: { $links }. Scurtați ID-urile.
operator-desk = { $desk }: coduri ca { $prefix }-1, vorbește { $languages }
operator-triage = agenții lucrează în { $place }
operator-intake = solicitările vin în { $places }
operator-telegram-intake = clienții scriu botului de Telegram
operator-links = un link spre el: https://t.me/BOT?start={ $desk }; spre un formular, după start=: { $forms }
operator-route = { $when } merge în { $place }
operator-type = tipul { $type } cere { $fields }
operator-priorities = priorități: { $priorities }; un tichet nou are { $default }
operator-statuses = stări: { $statuses }
operator-moves = schimbări automate: { $moves }
operator-transitions = singurele mutări permise: { $moves }
operator-escalation = de un termen încălcat află: { $rungs }
operator-silence = la tăcere de la { $anchor } în { $statuses }: { $steps }
operator-rating = evaluarea, de la 1 la { $scale }, se cere la { $after } după rezolvare și expiră după { $expires }; se cere încă o dată: { $again }; și când tăcerea a rezolvat tichetul: { $closed }
operator-retention = ce s-a spus într-un tichet se uită la { $after } după ce s-a închis; ce nu ține de niciun tichet, după 30 de zile
operator-role = rolul { $role }: { $who }; poate { $may }
operator-who-nobody = nimeni numit anume
operator-who-group = grupul de utilizatori { $id }
operator-who-members = membrii din { $id }, dacă este privat
operator-assign = tichetele noi ajung singure la un agent: { $how }
operator-reply-direct = ce scrie un agent în firul unui tichet ajunge la solicitant
operator-reply-explicit = doar ce trimite un agent cu `>>` sau „Răspunde” ajunge la solicitant
demo-rita-opens-form = Rita, angajată, scrie /ticket în Slack și completează formularul
demo-cara-writes = Cara, clientă, scrie pur și simplu botului de Telegram
demo-ada-takes = Ada preia tichetul deschis de Rita și răspunde în firul lui; Rita răspunde la rândul ei
demo-bo-answers = Bo preia tichetul deschis de Cara. Ce începe cu // rămâne între agenți
demo-both-resolve = Amândouă sunt rezolvate, iar amândouă solicitantele sunt anunțate
demo-time-rating = După câteva minute, Cara este întrebată cum i s-a părut răspunsul. (De aici încolo, ceasul este dat înainte manual.)
demo-time-late = Nimeni nu răspunde la următoarea întrebare a Ritei în orele promise.
demo-time-silence = Bo întreabă ceva, iar Rita lipsește: primește un memento, apoi tichetul se închide. Un cuvânt de la ea îl redeschide.
demo-clock = Acum este { $hour } ({ $zone }).
demo-end = Povestea s-a încheiat. `npm start` deschide același mediu de probă în browser.
operator-commands = Comenzi: npm run desk -- check [FILE…], npm run desk -- simulate FIȘIER --at "2026-11-20 16:55", npm run desk -- report [--csv] [--week], npm run desk -- parked [--replay ID sau all], npm run desk -- resume [--yes], npm run desk -- export PERSON [--to DOSAR], npm run desk -- erase PERSON [--yes], npm run desk -- organisations import FIȘIER.csv [--dry-run], npm run desk -- migration NUME, npm run doctor, npm run demo
operator-not-paused = Trimiterea nu este oprită.
operator-paused = Aceste tabele vin dintr-o copie de siguranță, sau cineva a spus că vin, și din { $since } nu se trimite nimic: ce așteaptă poate să fi fost trimis după ce s-a făcut copia de siguranță.
operator-paused-owed = { $platform }: { $count } de trimis, cel mai vechi din { $oldest }
operator-resume-how = Asigurați-vă că nu rulează alt serviciu cu aceleași tokenuri, apoi: npm run desk -- resume --yes. Slack este întrebat despre fiecare mesaj înainte de a fi trimis; unde nu se poate întreba (Telegram), cuvintele oamenilor sunt numărate în firele tichetelor lor, cu „Încearcă din nou”, iar notificările nu se trimit.
operator-resumed = Trimiterea continuă. De căutat mai întâi pe platformă: { $looked }. Cuvinte ale oamenilor lăsate agenților: { $left }. Notificări netrimise: { $dropped }.
operator-resumed-tickets = Tichete de văzut: { $keys }
erased = Ce s-a spus aici a fost șters.
operator-no-such-person = { $person } nu este nimeni cunoscut. Scrieți slack:U0123ABCD, telegram:8001 sau id-ul nostru propriu.
operator-exported = Rânduri: { $rows }, fișiere: { $files }, toate în { $folder }. Asigurați-vă cine cere înainte de a le preda.
operator-erase-dry = { $name }: s-ar uita definitiv tichete: { $tickets }, mesaje: { $messages }, fișiere: { $files }.
operator-erase-open = Încă neînchise: { $keys }. Rămân cum sunt, fără cuvintele lor.
operator-erase-how = Pentru aceasta: npm run desk -- erase { $person } --yes. Exportați mai întâi ce trebuie predat.
operator-erased = Uitate: tichete { $tickets }, mesaje { $messages }. Pe platforme se șterg copii: { $deleted }, se golesc prime mesaje: { $emptied }.
operator-erase-owed = Dintre acestea { $owed } așteaptă să fie trimise de un desk pornit. Apoi repetați, și se uită și id-urile platformelor: npm run desk -- erase { $person } --yes
operator-erase-done = Nu mai așteaptă nimic, iar id-urile platformelor sunt și ele uitate.
operator-erase-stays = Ce rămâne: ce au scris oamenii înșiși în Slack și Telegram, ce un bot nu poate șterge, și ce i s-a arătat unei singure persoane; copii mai vechi de 48 de ore în Telegram: { $old }; copiile de rezervă, până împlinesc 35 de zile. Cifrele rămân sub un număr.
operator-no-migration = Migrările conțin tot ce le trebuie tabelelor.
operator-nothing-parked = Nimic nu este pus deoparte.
operator-parked-again = După ce cauza este reparată: npm run desk -- parked --replay ID sau --replay all
operator-no-tables = Baza de date nu are tabelele acestei versiuni: Deskhand nu a pornit încă pe ea. Dacă al dumneavoastră lucrează pe alta, puneți-o în DATABASE_URL; cu docker compose: docker compose run --rm deskhand desk …
operator-not-parked = { $id } nu este pus deoparte. npm run desk -- parked arată ce este.
operator-replayed =
    { $count ->
        [0] Nimic nu este pus deoparte.
        [one] Un eveniment așteaptă din nou. Serviciul îl procesează acum sau la pornire.
        [few] { $count } evenimente așteaptă din nou. Serviciul le procesează acum sau la pornire.
       *[other] { $count } de evenimente așteaptă din nou. Serviciul le procesează acum sau la pornire.
    }
playground-at = Mediul de probă este deschis: { $url }
operator-all-well =
    { $count ->
        [one] { $count } serviciu, nimic în neregulă.
        [few] { $count } servicii, nimic în neregulă.
       *[other] { $count } de servicii, nimic în neregulă.
    }
operator-faults =
    { $count ->
        [one] { $count } lucru de reparat.
        [few] { $count } lucruri de reparat.
       *[other] { $count } de lucruri de reparat.
    }

simulate-how = Spuneți ce serviciu și când întreabă cineva: npm run desk -- simulate desks/demo.yaml --plan basic --priority normal --at "2026-11-20 16:55"
simulate-no-such = Nu există { $what } { $value }. Scrieți una dintre valorile: { $allowed }
simulate-no-hour = { $value } nu este o oră. Scrieți una în fusul orar al serviciului, de exemplu 2026-11-20 16:55
simulate-head = { $desk }: plan { $plan }, prioritate { $priority }, întrebat la { $at } ({ $zone })
simulate-due =
    { WORD($promise) ->
        [first-response] Primul răspuns, { $target } în calendarul { $calendar }: până la { $due }
        [next-response] Următorul răspuns, dacă s-ar întreba din nou chiar atunci, { $target } în calendarul { $calendar }: până la { $due }
       *[other] Rezolvarea, { $target } în calendarul { $calendar }: până la { $due }
    }
simulate-warned =
    { WORD($promise) ->
        [first-response] { $at } avertisment că se apropie termenul pentru primul răspuns ({ $threshold })
        [next-response] { $at } avertisment că se apropie termenul pentru următorul răspuns ({ $threshold })
       *[other] { $at } avertisment că se apropie termenul de rezolvare ({ $threshold })
    }
simulate-breached =
    { WORD($promise) ->
        [first-response] { $at } anunț că termenul pentru primul răspuns este depășit
        [next-response] { $at } anunț că termenul pentru următorul răspuns este depășit
       *[other] { $at } anunț că termenul de rezolvare este depășit
    }
simulate-escalated =
    { WORD($promise) ->
        [first-response] { $at } { $whom } află că termenul pentru primul răspuns este depășit
        [next-response] { $at } { $whom } află că termenul pentru următorul răspuns este depășit
       *[other] { $at } { $whom } află că termenul de rezolvare este depășit
    }
simulate-silence-head = Dacă un agent ar răspunde chiar atunci, iar solicitantul nu ar mai spune nimic în starea { $status }:
simulate-silence =
    { WORD($does) ->
        [remind] { $at } solicitantul primește un memento
        [cancel] { $at } tichetul se anulează
       *[other] { $at } tichetul se închide
    }
check-plan = plan { $plan }, { $priority }: { $target } în calendarul { $calendar }, întrebat la { $from }, are termenul { $due }
check-slower =
    { WORD($promise) ->
        [firstResponse] { $desk }: planul { $plan } promite primul răspuns pentru { $priority } mai târziu decât planul { $lower }, care îi este inferior.
        [nextResponse] { $desk }: planul { $plan } promite următorul răspuns pentru { $priority } mai târziu decât planul { $lower }, care îi este inferior.
       *[other] { $desk }: planul { $plan } promite rezolvarea pentru { $priority } mai târziu decât planul { $lower }, care îi este inferior.
    }

## what the doctor finds (npm run doctor), and how to repair it

doctor-config = Configurația poate fi citită.
doctor-config-fault = { $fault }
doctor-rest-unseen = Restul nu a fost verificat: are nevoie de configurație.
doctor-database = PostgreSQL { $version }, baza de date { $place }.
doctor-job-store = Serverul MongoDB pentru sarcinile Agenda răspunde.
doctor-job-store-silent = Serverul MongoDB de la AGENDA_MONGODB_URL nu răspunde ({ $code }).
doctor-job-store-silent-repair = Corectați adresa sau porniți-l; ori renunțați la variabilă, iar sarcinile stau în baza de date a serviciului.
doctor-database-embedded = Fără DATABASE_URL: la prima pornire se creează un PostgreSQL încorporat. Bun pentru început; serviciului unei companii dați-i unul propriu.
doctor-database-fault = PostgreSQL-ul încorporat nu pornește: { $fault }
doctor-database-fault-repair = Sau puneți în DATABASE_URL un PostgreSQL propriu.
doctor-database-nobody = La DATABASE_URL nu ascultă nimeni ({ $code }).
doctor-database-nobody-repair = Porniți PostgreSQL sau corectați gazda și portul.
doctor-database-no-host = Gazda din DATABASE_URL nu este cunoscută ({ $code }).
doctor-database-no-host-repair = Corectați gazda.
doctor-database-password = PostgreSQL respinge utilizatorul sau parola din DATABASE_URL ({ $code }).
doctor-database-password-repair = Corectați-le; caracterele speciale dintr-o parolă se scriu codificate cu procent, @ ca %40.
doctor-database-no-name = PostgreSQL există, dar nu și baza de date din DATABASE_URL ({ $code }).
doctor-database-no-name-repair = Creați-o cu createdb sau corectați numele de la sfârșit.
doctor-database-silent = Baza de date de la DATABASE_URL nu răspunde ({ $code }).
doctor-database-silent-repair = Corectați adresa și consultați jurnalul PostgreSQL.
doctor-database-old = PostgreSQL { $version } este prea vechi.
doctor-database-old-repair = Folosiți PostgreSQL 14 sau mai nou.
doctor-database-closed = Utilizatorul bazei de date nu are voie să creeze tabele în { $place }.
doctor-database-closed-repair = Faceți utilizatorul proprietar al bazei de date sau rulați pentru el: GRANT CREATE ON SCHEMA public TO utilizator.
doctor-database-tables =
    { $count ->
        [one] Tabelele sunt la zi ({ $count } migrare).
        [few] Tabelele sunt la zi ({ $count } migrări).
       *[other] Tabelele sunt la zi ({ $count } de migrări).
    }
doctor-database-behind =
    { $count ->
        [one] { $count } migrare nu a rulat încă.
        [few] { $count } migrări nu au rulat încă.
       *[other] { $count } de migrări nu au rulat încă.
    }
doctor-database-behind-repair = La următoarea pornire rulează ce lipsește.
doctor-database-newer =
    { $count ->
        [one] Tabelele vin dintr-un Deskhand mai nou: { $count } dintre migrările lui nu este cunoscută aici.
        [few] Tabelele vin dintr-un Deskhand mai nou: { $count } dintre migrările lui nu sunt cunoscute aici.
       *[other] Tabelele vin dintr-un Deskhand mai nou: { $count } dintre migrările lui nu sunt cunoscute aici.
    }
doctor-database-newer-repair = În cadrul aceleiași versiuni minore ele doar adaugă, deci programul acesta funcționează cu ele: lăsați-le cum sunt. Tabelele unei versiuni minore mai noi cer acea versiune.
doctor-secret = SECRET este setat de dumneavoastră.
doctor-secret-made = SECRET nu este setat: la prima pornire se creează unul în `.deskhand/`.
doctor-secret-missing = SECRET nu este setat, deși baza de date este externă: alt calculator ar crea altul, iar acolo niciun buton nu ar mai merge.
doctor-secret-missing-repair = Scrieți în `.env` SECRET= și ce afișează `openssl rand -hex 32`, la fel pentru fiecare replică.
doctor-files = Fișierele merg în { $path }.
doctor-files-absent = Directorul pentru fișiere, { $path }, nu există încă.
doctor-files-absent-repair = Se creează când este nevoie de el.
doctor-files-no-folder = FILES nu este un director: { $path }
doctor-files-no-folder-repair = Indicați un director.
doctor-files-unwritable = Nu putem scrie în directorul pentru fișiere: { $path }
doctor-files-unwritable-repair = Dați-l utilizatorului sub care rulează Deskhand sau indicați alt director în FILES.
doctor-public-url = Platformele ajung la noi la { $url }.
doctor-public-url-slack = Platformele ajung la noi la { $url }; în aplicația Slack, { $url }/slack/events este adresa tuturor cererilor.
doctor-public-url-absent = PUBLIC_URL nu este setat.
doctor-public-url-absent-repair = Fără SLACK_APP_TOKEN, Slack trebuie să ajungă la acest program prin https, la o cale care se termină în /slack/events: setați PUBLIC_URL sau folosiți Socket Mode.
doctor-public-url-not-https = PUBLIC_URL este { $url }, dar platformele vorbesc doar prin https.
doctor-public-url-not-https-repair = Puneți în fața portului PORT un proxy cu certificat și scrieți adresa lui https.
doctor-public-url-port = PUBLIC_URL este { $url }, dar Telegram nu livrează nimic la portul { $port }.
doctor-public-url-port-repair = Folosiți 443, 80, 88 sau 8443.
doctor-desk = Serviciul { $desk }, coduri ca { $prefix }-1.
doctor-desk-warning = { $warning }
doctor-desk-fault = { $fault }
doctor-playground = Nicio platformă nu are token: `npm start` pornește mediul de probă.
doctor-platform-absent = { $platform } nu are token și nu este deservit.
doctor-places-unseen = Canalele și grupurile nu au fost verificate: ele stau în fișierele serviciilor.

doctor-slack-token = Slack cunoaște botul: { $bot } în { $team } ({ $id }).
doctor-slack-token-refused = Slack respinge SLACK_BOT_TOKEN ({ $code }).
doctor-slack-token-refused-repair = Copiați Bot User OAuth Token (xoxb-…) din OAuth & Permissions, pe pagina aplicației dumneavoastră Slack; instalați mai întâi aplicația.
doctor-slack-org-wide = SLACK_BOT_TOKEN este pentru toată organizația { $team }: Deskhand servește un singur spațiu de lucru și nu ar auzi nimic.
doctor-slack-org-wide-repair = Instalați aplicația într-un singur spațiu de lucru (Install to Workspace, la OAuth & Permissions) și copiați tokenul de acolo.
doctor-slack-unreachable = Slack nu răspunde ({ $code }).
doctor-slack-unreachable-repair = Verificați că acest calculator ajunge la https://slack.com și, dacă ați setat-o, la SLACK_API_URL.
doctor-slack-scopes =
    { $count ->
        [one] Botul are { $count } permisiune, tot ce îi trebuie.
        [few] Botul are { $count } permisiuni, printre ele toate cele necesare.
       *[other] Botul are { $count } de permisiuni, printre ele toate cele necesare.
    }
doctor-slack-scopes-missing = Botului îi lipsesc permisiuni: { $scopes }.
doctor-slack-scopes-missing-repair = Adăugați-le la OAuth & Permissions, Bot Token Scopes (sau lipiți din nou manifestul), apoi apăsați Reinstall to Workspace. Tokenul rămâne același.
doctor-slack-app-token = Socket Mode este deschis pentru SLACK_APP_TOKEN.
doctor-slack-app-token-refused = Slack respinge SLACK_APP_TOKEN ({ $code }).
doctor-slack-app-token-refused-repair = La Basic Information, App-Level Tokens, creați unul cu permisiunea connections:write și activați Socket Mode.
doctor-slack-signing-secret = SLACK_SIGNING_SECRET nu poate fi verificat la Slack: dacă este greșit, Slack nu poate confirma adresa pentru cereri.
doctor-slack-channel = { $name } ({ $id }): botul este în el.
doctor-slack-channel-unknown = Botul nu vede niciun canal { $id }.
doctor-slack-channel-unknown-repair = Dacă este privat, scrieți în el /invite @{ $bot }; dacă nu, copiați din nou ID-ul din josul detaliilor canalului.
doctor-slack-channel-archived = { $name } ({ $id }) este arhivat.
doctor-slack-channel-archived-repair = Scoateți-l din arhivă în Slack sau numiți alt canal în fișierul serviciului.
doctor-slack-channel-not-member = Botul nu este în { $name } ({ $id }).
doctor-slack-channel-not-member-repair = Scrieți în el /invite @{ $bot }.
doctor-slack-channel-open-to-all = Membrii din { $name } ({ $id }) ar trebui să fie agenți, dar canalul este public: nimeni nu devine agent prin el.
doctor-slack-channel-open-to-all-repair = Faceți canalul privat sau numiți în fișierul serviciului oameni ori un grup de utilizatori.
doctor-slack-channel-readable = Agenții lucrează în { $name } ({ $id }), pe care îl poate citi oricine din spațiul de lucru.
doctor-slack-channel-readable-repair = Faceți-l privat dacă tichetele nu sunt pentru toată lumea.
doctor-slack-channel-shared = Agenții lucrează în { $name } ({ $id }), partajat cu altă companie: ea ar citi fiecare tichet.
doctor-slack-channel-shared-repair = Opriți partajarea în Slack sau numiți alt canal în fișierul serviciului.
doctor-slack-channel-guests = { $name } ({ $id }) este partajat cu altă companie, ai cărei oameni nu pot deschide tichete acolo.
doctor-slack-channel-unseen = { $id } nu a putut fi verificat ({ $code }).
doctor-slack-channel-unseen-repair = Verificați din nou peste un minut. Dacă lipsesc permisiuni, adăugați-le mai întâi pe acelea.
doctor-slack-group =
    { $count ->
        [one] Grupul de utilizatori { $id } are { $count } persoană.
        [few] Grupul de utilizatori { $id } are { $count } persoane.
       *[other] Grupul de utilizatori { $id } are { $count } de persoane.
    }
doctor-slack-group-unknown = Nu există grupul de utilizatori { $id }.
doctor-slack-group-unknown-repair = Copiați ID-ul (S…) de pe pagina grupului de utilizatori din Slack.
doctor-slack-group-empty = În grupul de utilizatori { $id } nu este nimeni, deci nimeni nu are rolul.
doctor-slack-group-empty-repair = Adăugați oameni în el, în Slack.
doctor-slack-group-unseen = Grupul de utilizatori { $id } nu a putut fi citit ({ $code }).
doctor-slack-group-unseen-repair = Botul are nevoie pentru asta de permisiunea usergroups:read.

doctor-telegram-token = Telegram cunoaște botul: @{ $name } ({ $id }).
doctor-telegram-topics = Botul are topicuri în conversațiile private: fiecare tichet al unui client primește unul.
doctor-telegram-token-refused = Telegram respinge TELEGRAM_BOT_TOKEN ({ $code }).
doctor-telegram-token-refused-repair = Trimiteți /token către @BotFather și copiați ce afișează.
doctor-telegram-unreachable = Telegram nu răspunde ({ $code }).
doctor-telegram-unreachable-repair = Verificați că acest calculator ajunge la https://api.telegram.org și, dacă ați setat-o, la TELEGRAM_API_ROOT.
doctor-telegram-cannot-join = Botul nu poate fi adăugat în grupuri, dar un serviciu numește unul.
doctor-telegram-cannot-join-repair = Trimiteți /setjoingroups către @BotFather și alegeți Enable.
doctor-telegram-privacy-off = Modul de confidențialitate este oprit: botul primește tot ce se spune în orice grup în care este adăugat.
doctor-telegram-privacy-off-repair = Îi trebuie doar conversațiile private. Trimiteți /setprivacy către @BotFather și alegeți Enable.
doctor-telegram-polling = Actualizările sunt preluate prin interogare; niciun webhook nu stă în cale.
doctor-telegram-webhook = Actualizările vin prin webhook la { $host }.
doctor-telegram-webhook-absent = Nu este setat încă niciun webhook pentru { $host }.
doctor-telegram-webhook-absent-repair = Îl setează următoarea pornire.
doctor-telegram-webhook-in-the-way = Actualizările ar trebui preluate prin interogare, dar este setat un webhook către { $host }: poate că alt program folosește acest bot.
doctor-telegram-webhook-in-the-way-repair = Faceți un bot separat pentru Deskhand. Dacă webhookul este o rămășiță, următoarea pornire îl șterge.
doctor-telegram-webhook-elsewhere = Webhookul este setat către { $host } în loc de { $wanted }: poate că alt program folosește acest bot.
doctor-telegram-webhook-elsewhere-repair = Faceți un bot separat pentru Deskhand. Dacă webhookul este o rămășiță, următoarea pornire îl setează din nou.
doctor-telegram-webhook-deaf = Webhookul nu cere { $kinds }.
doctor-telegram-webhook-deaf-repair = Următoarea pornire îl setează din nou.
doctor-telegram-webhook-failing =
    { $count ->
        [one] Telegram nu poate livra { $count } actualizare: { $error }
        [few] Telegram nu poate livra { $count } actualizări: { $error }
       *[other] Telegram nu poate livra { $count } de actualizări: { $error }
    }
doctor-telegram-webhook-failing-repair = Porniți serviciul dacă nu rulează. 401 înseamnă alt TELEGRAM_WEBHOOK_SECRET, pe care o repornire îl setează din nou; dacă nu, verificați proxy-ul din fața lui.
doctor-telegram-webhook-failed = Telegram nu a putut livra la un moment dat o actualizare: { $error }. Acum nu mai așteaptă nimic.
doctor-telegram-pending =
    { $count ->
        [one] { $count } actualizare așteaptă la Telegram, cel mult o zi.
        [few] { $count } actualizări așteaptă la Telegram, cel mult o zi.
       *[other] { $count } de actualizări așteaptă la Telegram, cel mult o zi.
    }
doctor-telegram-group = { $name } ({ $id }): botul este administrator.
doctor-telegram-group-unknown = Botul nu vede niciun grup { $id } ({ $code }).
doctor-telegram-group-unknown-repair = Adăugați-l în grup sau corectați ID-ul în fișierul serviciului.
doctor-telegram-group-not-admin = Botul nu este administrator în { $name } ({ $id }).
doctor-telegram-group-not-admin-repair = Faceți-l administrator, cu dreptul de a gestiona topicurile și de a șterge mesaje.
doctor-telegram-group-no-topics = { $name } ({ $id }) nu are topicuri, iar fiecare tichet are nevoie de unul.
doctor-telegram-group-no-topics-repair = Activați topicurile în setările grupului. După aceea, ID-ul lui poate fi altul: verificați din nou aici.
doctor-telegram-group-topics-not-ours = Botul nu poate gestiona topicurile din { $name } ({ $id }), iar fiecare tichet are nevoie de unul.
doctor-telegram-group-topics-not-ours-repair = Dați-i dreptul de a gestiona topicurile, în lista administratorilor grupului.
doctor-telegram-group-cannot-delete = Botul nu poate șterge mesaje din { $name } ({ $id }): ce a fost retras sau șters poate rămâne acolo.
doctor-telegram-group-cannot-delete-repair = Dați-i dreptul de a șterge mesaje, în lista administratorilor grupului.
doctor-telegram-group-open-to-all = Membrii din { $name } ({ $id }) ar trebui să fie agenți, dar grupul este public: nimeni nu devine agent prin el.
doctor-telegram-group-open-to-all-repair = Faceți grupul privat sau numiți oameni în fișierul serviciului.
doctor-telegram-group-readable = Agenții lucrează în { $name } ({ $id }), un grup public, pe care îl poate citi oricine.
doctor-telegram-group-readable-repair = Faceți-l privat dacă tichetele nu sunt pentru toată lumea.

doctor-or-fix = Sau: npm run doctor -- --fix
doctor-fixed = Reparat: { $fault }
doctor-fix-failed = Nu s-a putut repara ({ $why }): { $fault }
doctor-all-well = Nimic în neregulă.
doctor-faults =
    { $count ->
        [one] { $count } lucru este în neregulă.
        [few] { $count } lucruri sunt în neregulă.
       *[other] { $count } de lucruri sunt în neregulă.
    }
