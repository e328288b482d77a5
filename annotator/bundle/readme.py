"""README.txt of a bundle: what it is and how to check it, in English and in Arabic."""

README = """\
EVIDENCE BUNDLE

This folder was made with Evidence Annotator. It holds photos and footage of violence as they were received, and what
reviewers noted about them. Some of it may be distressing: nothing in data/originals and data/frames is covered.

HOW TO CHECK IT
You need Python 3.8 or later, and nothing else; no network. In this folder, type:

    python3 -I verify.py

It reads every byte again and names each file that is not as it was handed over. It must end with the words "Nothing is
wrong" and show the seal, the SHA-256 of SEAL.json. Compare the seal with the one that was written down when the bundle
was made: only that shows that nobody has rewritten the bundle as a whole. If you do not trust verify.py either, any
program for BagIt bags (RFC 8493) or sha256sum can check the same:

    sha256sum -c manifest-sha256.txt      the contents
    sha256sum -c tagmanifest-sha256.txt   the files around them
    sha256sum SEAL.json                   the seal

WHAT IS IN IT (profile "full": nothing was redacted)
data/originals/       the files, bit for bit; each bears the SHA-256 of its bytes as its name
data/frames/          pictures that a reviewer took out of a video, without loss
data/sidecars/        files that lay beside an original and belong to it
data/items.csv        one line for each item; its column "file" says where it lies here
data/paths.csv        every name and folder under which it was found
data/problems.csv     what could not be read of it, or contradicts itself
data/metadata.csv     every value that was read, where it was read, and its raw text
data/sidecars.csv     which sidecar belongs to which item
data/notes.csv        what reviewers wrote
data/reviews.csv      what reviewers answered independently of each other, and what was settled, with the reason
data/regions.csv      parts of pictures and moments of videos that reviewers marked; "to be redacted" is a wish: this
                      bundle shows that part, and "redacted_here" says "no"
data/annotations.jsonld   the same as W3C Web Annotations, for other programs
data/incidents.csv data/places.csv   what the items were assigned to
data/links.csv        copies: why two items may be the same, and what a person said of it
data/custody.csv      for each item, who did what and when; "custody" uses the words of the Berkeley Protocol
data/journal.jsonl    the whole journal of the case up to this export; each row's digest covers the row before it
data/vocabularies/    the terms that were used, with their meaning
*.json                the same tables with their values untouched

HOW TO READ THE TABLES
The CSV files are UTF-8, with commas. So that no spreadsheet takes a text for a formula, there is an apostrophe before
each = + - @ or apostrophe that begins a text or follows a semicolon: take it away and you have the text. Characters
that would not show, or would change how the rest shows, are written as \\x0A or \\u202E. Coordinates are degrees
(WGS 84) with N, S, E or W in place of a sign. Lists are joined with "; ". Durations and times in a video are seconds,
sizes are bytes or pixels. The points of a region are fractions, from 0 to 1, of the width and the height of the
picture as it is displayed, from its top left corner: two corners of a box, all corners of a polygon. A time without an
offset such as +03:00 is as the camera's clock showed it. An empty cell means "not known", never "no".


حزمة أدلة

أُنشئ هذا المجلد ببرنامج Evidence Annotator. وهو يضم صورًا ومقاطع توثّق أعمال عنف كما استُلمت، مع ما دوّنه المراجعون عنها.
قد يكون بعض المحتوى صادمًا: لا شيء محجوب في data/originals و data/frames.

كيف تتحقق منها
تحتاج إلى Python 3.8 أو أحدث فقط، دون اتصال بالشبكة. اكتب في هذا المجلد:

    python3 -I verify.py

يقرأ البرنامج كل بايت من جديد ويسمّي كل ملف تغيّر عمّا سُلِّم. ويجب أن ينتهي بعبارة "Nothing is wrong" (لا خطأ)
وأن يعرض الختم، وهو بصمة SHA-256 للملف SEAL.json. قارن الختم بالختم الذي دُوِّن عند إنشاء الحزمة:
فهذا وحده يثبت أن أحدًا لم يُعِد كتابة الحزمة كلها.
وإن كنت لا تثق بـ verify.py فأي برنامج لحزم BagIt (RFC 8493) أو الأمر sha256sum يؤدي الغرض نفسه كما هو مبيّن أعلاه.

المحتويات (الملف التعريفي "full": لم يُطمس شيء)
data/originals/       الملفات الأصلية كما هي، واسم كل ملف هو بصمة SHA-256 لمحتواه
data/frames/          صور استخرجها مراجع من مقطع، دون فقدان
data/sidecars/        ملفات كانت بجانب الأصل وتتبعه
data/items.csv        سطر لكل مادة، والعمود "file" يبيّن موضعها هنا
data/paths.csv        كل اسم ومجلد وُجدت فيه
data/problems.csv     ما تعذّرت قراءته أو تناقض
data/metadata.csv     كل قيمة قُرئت ومصدرها ونصها الخام
data/sidecars.csv     أي ملف تابع يعود إلى أي مادة
data/notes.csv        ما كتبه المراجعون
data/reviews.csv      ما أجاب به كل مراجع مستقلًّا عن غيره، وما استقرّ عليه الرأي وسببه
data/regions.csv      أجزاء من الصور ولحظات من المقاطع علّم عليها المراجعون؛ و"to be redacted" طلبُ طمس لم يُنفَّذ هنا
data/annotations.jsonld   المحتوى نفسه بصيغة W3C Web Annotation لبرامج أخرى
data/incidents.csv و data/places.csv   الحوادث والأماكن التي نُسبت إليها المواد
data/links.csv        النسخ: لماذا قد تكون مادتان شيئًا واحدًا، وما قاله شخص في ذلك
data/custody.csv      لكل مادة: من فعل ماذا ومتى، والعمود "custody" بمصطلحات بروتوكول بيركلي
data/journal.jsonl    سجل القضية كله حتى هذا التصدير، وبصمة كل سطر تشمل السطر الذي قبله
data/vocabularies/    المصطلحات المستخدمة ومعانيها

قراءة الجداول
الملفات بترميز UTF-8 والفاصلة بين الأعمدة. كل رمز من = + - @ أو فاصلة عليا في أول النص أو بعد فاصلة منقوطة
سُبق بفاصلة عليا كي لا يعدّه برنامج الجداول معادلة: احذفها لتحصل على النص.
والمحارف التي لا تظهر مكتوبة هكذا: \\x0A أو \\u202E.
الإحداثيات بالدرجات (WGS 84) مع N أو S أو E أو W بدل الإشارة، وعناصر القوائم بينها "; "، والمدد بالثواني.
نقاط الجزء كسور من 0 إلى 1 من عرض الصورة وارتفاعها كما تُعرض، من الزاوية العليا اليسرى: زاويتا مستطيل أو كل زوايا مضلّع.
الوقت الذي ليس معه فارق توقيت مثل +03:00 هو ما أظهرته ساعة الكاميرا. الخانة الفارغة تعني "غير معروف" لا "لا".
"""
