<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AboutWindow</name>
    <message>
        <source>About</source>
        <translation>حول البرنامج</translation>
    </message>
    <message>
        <source>Evidence Annotator {version}</source>
        <translation>Evidence Annotator {version}</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الترخيص</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>نص الترخيص</translation>
    </message>
    <message>
        <source>MIT licence. Qt and PySide6 are used under the GNU Lesser General Public License, version 3: you may replace them with your own builds. All that the program is made with is listed here with its licence.</source>
        <translation>ترخيص MIT. يُستخدم Qt وPySide6 بموجب رخصة غنو العمومية الصغرى، الإصدار 3: ويمكنك أن تضع مكانهما ما تبنيه بنفسك. وكل ما صُنع به البرنامج مذكور هنا مع ترخيصه.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Review photos and footage of violence offline, and hand them over as evidence that can be checked.</source>
        <translation>راجِع صور العنف ومقاطعه المصوّرة دون اتصال بالشبكة، وسلِّمها أدلةً يمكن التحقق منها.</translation>
    </message>
    <message>
        <source>This package ships no licence text.</source>
        <translation>هذه الحزمة البرمجية لا تتضمن نص ترخيص.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>What the program is made with</source>
        <translation>ما صُنع به البرنامج</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>غير مذكور</translation>
    </message>
    <message>
        <source>see the text</source>
        <translation>انظر النص</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>A level and a status are needed.</source>
        <translation>لا بد من درجة وحالة.</translation>
    </message>
    <message>
        <source>A level, a status and a reason are needed.</source>
        <translation>لا بد من درجة وحالة وسبب.</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>الحادثة</translation>
    </message>
    <message>
        <source>Name of a place, then Enter</source>
        <translation>اسم مكان، ثم Enter</translation>
    </message>
    <message>
        <source>Name of an incident, then Enter</source>
        <translation>اسم حادثة، ثم Enter</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>There is no “{name}” in this case yet: make it on the page Annotate first.</source>
        <translation>لا يوجد «{name}» في هذه القضية بعد: أنشئه أولًا في صفحة «توصيف».</translation>
    </message>
    <message>
        <source>Verification status</source>
        <translation>حالة التحقق</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>التحذير</translation>
    </message>
    <message>
        <source>Warning: {level}</source>
        <translation>التحذير: {level}</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>اختر</translation>
    </message>
</context>
<context>
    <name>Assign</name>
    <message>
        <source>&amp;Ask them</source>
        <translation>&amp;طلب المراجعة</translation>
    </message>
    <message>
        <source>&amp;First reviewer</source>
        <translation>المراجِع ا&amp;لأول</translation>
    </message>
    <message>
        <source>&amp;Second reviewer</source>
        <translation>المراجِع ال&amp;ثاني</translation>
    </message>
    <message>
        <source>Ask others to review</source>
        <translation>طلب المراجعة من آخرين</translation>
    </message>
    <message>
        <source>What is annotated &amp;now is the first reviewer’s answer</source>
        <translation>التوصيف ال&amp;حالي هو إجابة المراجِع الأول</translation>
    </message>
    <message>
        <source>{items}. Each reviewer answers without seeing the other’s answer. When both are in, the differences are listed and somebody gives the final answer.</source>
        <translation>{items}. يجيب كل مراجِع دون أن يرى إجابة الآخر. وحين تصل الإجابتان تُعرض الفروق ويعطي أحدهم الإجابة النهائية.</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Changing</source>
        <translation>التغيير</translation>
    </message>
    <message>
        <source>Left out: {count} sampled frames, which must be kept (S) before they are annotated.</source>
        <translation>تُركت {count} من اللقطات المأخوذة آليًا: يجب الاحتفاظ بها (S) قبل توصيفها.</translation>
    </message>
    <message>
        <source>Made again: {what} – {items}.</source>
        <translation>أُعيد التغيير: {what} – {items}.</translation>
    </message>
    <message>
        <source>Making again</source>
        <translation>الإعادة</translation>
    </message>
    <message>
        <source>No copies are known here. Changed: {items} – {what}.</source>
        <translation>لا نسخ معروفة هنا. تغيّرت: {items} – {what}.</translation>
    </message>
    <message>
        <source>Nothing is left to take back of what you changed since the case was opened.</source>
        <translation>لم يبقَ ما يمكن التراجع عنه مما غيّرته منذ فُتحت القضية.</translation>
    </message>
    <message>
        <source>Nothing is selected, so nothing was changed.</source>
        <translation>لم يُحدَّد شيء، فلم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Nothing was annotated here since the case was opened, so there is nothing to give to copies.</source>
        <translation>لم يُوصَف شيء هنا منذ فُتحت القضية، فليس هناك ما يُعطى للنسخ.</translation>
    </message>
    <message>
        <source>Nothing was annotated since the case was opened, so there is nothing to repeat.</source>
        <translation>لم يُوصَف شيء منذ فُتحت القضية، فليس هناك ما يُكرَّر.</translation>
    </message>
    <message>
        <source>Nothing was taken back that could be made again.</source>
        <translation>لم يُتراجع عن شيء يمكن أن يُعاد.</translation>
    </message>
    <message>
        <source>Repeated on {items}: {what}.</source>
        <translation>كُرِّر على {items}: {what}.</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>التراجع</translation>
    </message>
    <message>
        <source>That is so already: {what}.</source>
        <translation>هذا قائم من قبل: {what}.</translation>
    </message>
    <message>
        <source>The change was cancelled: nothing was changed.</source>
        <translation>أُلغي التغيير: لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>With all copies, {items} changed: {what}.</source>
        <translation>تغيّرت مع جميع النسخ {items}: {what}.</translation>
    </message>
    <message>
        <source>Your last change was taken back: {what} – {items}.</source>
        <translation>تم التراجع عن آخر تغيير لك: {what} – {items}.</translation>
    </message>
    <message>
        <source>{items} changed: {what}.</source>
        <translation>تغيّرت {items}: {what}.</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Take “{name}” away</source>
        <translation>إزالة «{name}»</translation>
    </message>
    <message>
        <source>What is known of “{name}”</source>
        <translation>ما يُعرف عن «{name}»</translation>
    </message>
    <message>
        <source>{name} ({count} of {total})</source>
        <translation>{name} ({count} من {total})</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Open for reading only: you can look at everything here and change nothing. To export, which is noted in the journal, open the case for writing.</source>
        <translation>مفتوحة للقراءة فقط: يمكنك أن تطّلع على كل شيء هنا دون أن تغيّر شيئًا. والتصدير يُدوَّن في السجل، فافتح القضية للكتابة إن أردته.</translation>
    </message>
</context>
<context>
    <name>CopiesPanel</name>
    <message>
        <source>Best copy: this one</source>
        <translation>أفضل نسخة: هذه</translation>
    </message>
    <message>
        <source>Best copy: {name}</source>
        <translation>أفضل نسخة: {name}</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>Compare with item {number}</source>
        <translation>مقارنة بالمادة {number}</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>النسخ</translation>
    </message>
    <message>
        <source>Kept apart by verdicts on other pairs</source>
        <translation>مفصولة بسبب أحكام على أزواج أخرى</translation>
    </message>
    <message>
        <source>Linked by nobody now</source>
        <translation>لا يربطها أحد الآن</translation>
    </message>
    <message>
        <source>No copies were found.</source>
        <translation>لم تُكتشف أي نسخ.</translation>
    </message>
    <message>
        <source>Of the same scene, no copies</source>
        <translation>من المشهد نفسه وليست نسخًا</translation>
    </message>
    <message>
        <source>Possible copies, not confirmed</source>
        <translation>نسخ محتملة غير مؤكدة</translation>
    </message>
    <message>
        <source>Said to be different</source>
        <translation>قيل إنها مختلفة</translation>
    </message>
    <message>
        <source>Select one item to see its copies.</source>
        <translation>حدّد مادة واحدة لترى نسخها.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Show item {number}</source>
        <translation>عرض المادة {number}</translation>
    </message>
    <message>
        <source>The same file was found at:</source>
        <translation>وُجد الملف نفسه في:</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>و{count} غيرها</translation>
    </message>
    <message>
        <source>{title} ({count})</source>
        <translation>{title} ({count})</translation>
    </message>
    <message>
        <source>{verdict}: this item and item {number}</source>
        <translation>{verdict}: هذه المادة والمادة {number}</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The frame at {time} is item {number} now.</source>
        <translation>اللقطة عند {time} صارت المادة {number}.</translation>
    </message>
    <message>
        <source>{place} of {whole}</source>
        <translation>{place} من {whole}</translation>
    </message>
</context>
<context>
    <name>ExportOptions</name>
    <message>
        <source>&amp;All items of the case</source>
        <translation>&amp;كل مواد القضية</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>ت&amp;صدير</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>إ&amp;لى</translation>
    </message>
    <message>
        <source>As one &amp;zip file</source>
        <translation>في ملف zip واح&amp;د مضغوط</translation>
    </message>
    <message>
        <source>Export an evidence bundle</source>
        <translation>تصدير حزمة أدلة</translation>
    </message>
    <message>
        <source>Name of the bundle</source>
        <translation>اسم الحزمة</translation>
    </message>
    <message>
        <source>The &amp;selection: {items}</source>
        <translation>ال&amp;محدَّد: {items}</translation>
    </message>
    <message>
        <source>The bundle holds the originals and the whole journal, with the names of the reviewers.</source>
        <translation>تتضمن الحزمة الملفات الأصلية والسجل كله مع أسماء المراجِعين.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>المحتوى</translation>
    </message>
    <message>
        <source>What the &amp;filter shows: {items}</source>
        <translation>ما تعرضه ال&amp;تصفية: {items}</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>&amp;Clear filters</source>
        <translation>م&amp;سح عوامل التصفية</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>عوامل التصفية</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;حجم النص</translation>
    </message>
    <message>
        <source>At the &amp;start, go on with the case that was open</source>
        <translation>المتابعة عند ال&amp;بدء في القضية التي كانت مفتوحة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Reviewer&apos;s &amp;name</source>
        <translation>ا&amp;سم المراجِع</translation>
    </message>
    <message>
        <source>Reviewer&apos;s name</source>
        <translation>اسم المراجِع</translation>
    </message>
    <message>
        <source>Stands in the journal beside every change you make from now on, on the command line too. A bundle can leave it out.</source>
        <translation>يُكتب في السجل بجانب كل تغيير تجريه من الآن فصاعدًا، وفي سطر الأوامر أيضًا. ويمكن أن تُصدَّر حزمة من دونه.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>The environment variable {name} sets the language.</source>
        <translation>يحدّد متغيّر البيئة {name} اللغة.</translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation>كما في سطح المكتب</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>Items</source>
        <translation>المواد</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>&amp;Back</source>
        <translation>ال&amp;سابق</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>ال&amp;تالي</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>المحتويات</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>No page has all these words.</source>
        <translation>لا صفحة تتضمن هذه الكلمات كلها.</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>البحث في المساعدة</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Copy as text</source>
        <translation>نسخ كنص</translation>
    </message>
    <message>
        <source>Select one item to see its history.</source>
        <translation>حدّد مادة واحدة لترى تاريخها.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>عرض الكل</translation>
    </message>
    <message>
        <source>Show {count} older</source>
        <translation>عرض {count} أقدم</translation>
    </message>
</context>
<context>
    <name>HowToImport</name>
    <message>
        <source>&amp;Frames of videos</source>
        <translation>&amp;لقطات الفيديو</translation>
    </message>
    <message>
        <source>&amp;Leave the originals where they are, and only refer to them</source>
        <translation>&amp;ترك الملفات الأصلية حيث هي والاكتفاء بالإشارة إليها</translation>
    </message>
    <message>
        <source>&amp;Seconds between frames</source>
        <translation>ال&amp;ثواني بين اللقطات</translation>
    </message>
    <message>
        <source>Frames of videos</source>
        <translation>لقطات الفيديو</translation>
    </message>
    <message>
        <source>Seconds between frames</source>
        <translation>الثواني بين اللقطات</translation>
    </message>
    <message>
        <source>none</source>
        <translation>بلا لقطات</translation>
    </message>
    <message>
        <source>one every so many seconds</source>
        <translation>لقطة كل عدد من الثواني</translation>
    </message>
    <message>
        <source>one for each scene</source>
        <translation>لقطة لكل مشهد</translation>
    </message>
    <message>
        <source>the keyframes (fast)</source>
        <translation>اللقطات المفتاحية (سريع)</translation>
    </message>
</context>
<context>
    <name>ImportOptions</name>
    <message>
        <source>&amp;Import</source>
        <translation>ا&amp;ستيراد</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>الاستيراد</translation>
    </message>
    <message>
        <source>Originals are copied into the case and never changed where they lie.</source>
        <translation>تُنسخ الملفات الأصلية إلى القضية ولا تُغيَّر أبدًا حيث هي.</translation>
    </message>
    <message>
        <source>Originals stay where they are. The case depends on that drive: keep it, and change nothing on it.</source>
        <translation>تبقى الملفات الأصلية حيث هي. وتعتمد القضية على ذلك القرص: احتفظ به ولا تغيّر عليه شيئًا.</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>The import dialog starts from these; you can choose otherwise there.</source>
        <translation>تبدأ نافذة الاستيراد بهذه الخيارات، ويمكنك أن تختار غيرها هناك.</translation>
    </message>
</context>
<context>
    <name>IncidentPanel</name>
    <message>
        <source>Incident</source>
        <translation>الحادثة</translation>
    </message>
    <message>
        <source>Name of an incident, then Enter  (I)</source>
        <translation>اسم حادثة، ثم Enter‏  (I)</translation>
    </message>
    <message>
        <source>There is no incident “{name}” yet. Enter once more makes it.</source>
        <translation>لا توجد حادثة «{name}» بعد. اضغط Enter مرة أخرى لإنشائها.</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Annotate</source>
        <translation>توصيف</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copies ({count})</source>
        <translation>نسخ ({count})</translation>
    </message>
    <message>
        <source>History</source>
        <translation>تاريخ</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>لوحة التوصيف</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>بيانات</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>لم يُحدَّد شيء</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>نطاقات</translation>
    </message>
    <message>
        <source>Regions ({count})</source>
        <translation>نطاقات ({count})</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Select items to see and annotate them.</source>
        <translation>حدّد مواد لتراها وتصفها.</translation>
    </message>
    <message>
        <source>They are too many to show what they have in common.</source>
        <translation>هي أكثر من أن يُعرض المشترك بينها.</translation>
    </message>
    <message>
        <source>What you set here is set for all of them. Ctrl+B changes several things at once.</source>
        <translation>ما تضبطه هنا يُضبط لها جميعًا. Ctrl+B يغيّر عدة أشياء دفعة واحدة.</translation>
    </message>
</context>
<context>
    <name>KeyTable</name>
    <message>
        <source>Action</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>الإجراءات ومفاتيحها</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>دائمًا</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>البحث في الإجراءات والمفاتيح</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>&amp;Add another…</source>
        <translation>إ&amp;ضافة مفتاح آخر…</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>إ&amp;عادة الضبط</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>تغي&amp;ير…</translation>
    </message>
    <message>
        <source>Choose an action; Enter changes its key.</source>
        <translation>اختر إجراءً، ثم غيّر مفتاحه بـ Enter.</translation>
    </message>
    <message>
        <source>Press the new key. Esc leaves it as it is.</source>
        <translation>اضغط المفتاح الجديد. مفتاح Esc يترك الأمر كما هو.</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>إ&amp;زالة</translation>
    </message>
    <message>
        <source>“{key}” can&apos;t be given away: it moves about or holds the cover open. Press another.</source>
        <translation>لا يمكن إعطاء «{key}» لإجراء آخر: فهو للتنقل أو لكشف المحجوب. اضغط غيره.</translation>
    </message>
    <message>
        <source>“{key}” means “{action}” now: give that another key first, or reset it.</source>
        <translation>معنى «{key}» الآن هو «{action}»: أعطِ ذلك الإجراء مفتاحًا آخر أولًا، أو أعِد ضبطه.</translation>
    </message>
    <message>
        <source>“{key}” means “{action}”. Press it again to take it from there, press another, or Esc.</source>
        <translation>معنى «{key}» هو «{action}». اضغطه مرة أخرى لأخذه من هناك، أو اضغط غيره، أو Esc.</translation>
    </message>
</context>
<context>
    <name>KeysWindow</name>
    <message>
        <source>Add the note that is being written</source>
        <translation>إضافة الملاحظة التي تُكتب</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>الأسهم</translation>
    </message>
    <message>
        <source>C&amp;hange keys…</source>
        <translation>ت&amp;غيير المفاتيح…</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Ctrl+Space, held</source>
        <translation>مفتاحا Ctrl+Space مضغوطين</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Look at a part of the picture</source>
        <translation>النظر إلى جزء من الصورة</translation>
    </message>
    <message>
        <source>Look at what is covered</source>
        <translation>النظر إلى ما هو محجوب</translation>
    </message>
    <message>
        <source>Next and previous item</source>
        <translation>المادة التالية والسابقة</translation>
    </message>
    <message>
        <source>Open the item</source>
        <translation>فتح المادة</translation>
    </message>
    <message>
        <source>Space, held</source>
        <translation>مفتاح المسافة مضغوطًا</translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>&amp;Show what lists know</source>
        <translation>إ&amp;ظهار ما تعرفه القوائم</translation>
    </message>
    <message>
        <source>Copy the &amp;seal</source>
        <translation>نسخ ا&amp;لختم</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>التصدير</translation>
    </message>
    <message>
        <source>Imported {imported}. Already there: {duplicates}. Can&apos;t be read: {unreadable}. Skipped: {skipped}.</source>
        <translation>استُوردت {imported}. موجودة من قبل: {duplicates}. لا يمكن قراءتها: {unreadable}. متروكة: {skipped}.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>الاستيراد</translation>
    </message>
    <message>
        <source>In lists of known hashes: {items}.</source>
        <translation>في قوائم البصمات المعروفة: {items}.</translation>
    </message>
    <message>
        <source>Printed {items} on {pages}: {where}</source>
        <translation>طُبعت {items} في {pages}: {where}</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>الطباعة</translation>
    </message>
    <message>
        <source>Something is wrong with the case: {problem} ({count} in all). Keep it as it is and open a backup.</source>
        <translation>في القضية خلل: {problem} ({count} في المجموع). أبقِها كما هي وافتح نسخة احتياطية.</translation>
    </message>
    <message>
        <source>The bundle is {path} ({items}, {size}). Write this seal down somewhere else: {seal}</source>
        <translation>الحزمة في {path} ({items}، {size}). اكتب هذا الختم في مكان آخر: {seal}</translation>
    </message>
    <message>
        <source>The case is whole: every original and the journal are as they were recorded ({checked}).</source>
        <translation>القضية سليمة: كل ملف أصلي والسجل كما دُوِّنا ({checked}).</translation>
    </message>
    <message>
        <source>The import was stopped. {sentence} Import again to go on.</source>
        <translation>أُوقف الاستيراد. {sentence} استورد مرة أخرى للمتابعة.</translation>
    </message>
    <message>
        <source>This import begins when the one that is under way has ended.</source>
        <translation>يبدأ هذا الاستيراد حين ينتهي الاستيراد الجاري.</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>التدقيق</translation>
    </message>
    <message>
        <source>files</source>
        <translation>ملفات</translation>
    </message>
    <message>
        <source>items</source>
        <translation>مواد</translation>
    </message>
    <message>
        <source>{count} checked</source>
        <translation>دُقِّق {count}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Redo</source>
        <translation>إ&amp;عادة</translation>
    </message>
    <message>
        <source>&amp;Redo: {what}</source>
        <translation>إ&amp;عادة: {what}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;تراجع</translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>&amp;تراجع عن: {what}</translation>
    </message>
    <message>
        <source>Evidence Annotator</source>
        <translation>Evidence Annotator</translation>
    </message>
    <message>
        <source>Open it for reading only</source>
        <translation>فتحها للقراءة فقط</translation>
    </message>
    <message>
        <source>Something is still under way here. Change this when it has ended, or cancel it first.</source>
        <translation>ما زال عمل جاريًا هنا. غيّر هذا بعد انتهائه، أو ألغِه أولًا.</translation>
    </message>
    <message>
        <source>{title} – Evidence Annotator</source>
        <translation>{title} – Evidence Annotator</translation>
    </message>
</context>
<context>
    <name>MetadataPanel</name>
    <message>
        <source>Finding: {message}</source>
        <translation>نتيجة فحص: {message}</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>البيانات الوصفية</translation>
    </message>
    <message>
        <source>No metadata was read from this file.</source>
        <translation>لم تُقرأ أي بيانات وصفية من هذا الملف.</translation>
    </message>
    <message>
        <source>Search in the metadata</source>
        <translation>البحث في البيانات الوصفية</translation>
    </message>
    <message>
        <source>Select one item to see its metadata.</source>
        <translation>حدّد مادة واحدة لترى بياناتها الوصفية.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
</context>
<context>
    <name>NameLine</name>
    <message>
        <source>Names that fit</source>
        <translation>الأسماء المطابقة</translation>
    </message>
    <message>
        <source>New: {name}</source>
        <translation>جديد: {name}</translation>
    </message>
    <message>
        <source>{name}  ({count})</source>
        <translation>{name}  ({count})</translation>
    </message>
</context>
<context>
    <name>NewCase</name>
    <message>
        <source>&amp;In folder</source>
        <translation>&amp;في المجلد</translation>
    </message>
    <message>
        <source>&amp;Make the case</source>
        <translation>إ&amp;نشاء القضية</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>ال&amp;عنوان</translation>
    </message>
    <message>
        <source>Folder that will hold the case</source>
        <translation>المجلد الذي يضم القضية</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>قضية جديدة</translation>
    </message>
    <message>
        <source>The case will be {path}</source>
        <translation>ستكون القضية {path}</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>for example: Hass 2016</source>
        <translation>مثلًا: حاس 2016</translation>
    </message>
</context>
<context>
    <name>NotePanel</name>
    <message>
        <source>A note  (N); Ctrl+Enter adds it</source>
        <translation>ملاحظة  (N)؛ تُضاف بـ Ctrl+Enter</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>إضافة ملاحظة</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>ملاحظة جديدة</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Close this message</source>
        <translation>إغلاق هذه الرسالة</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Something went wrong in the program itself. What was saved before is safe.</source>
        <translation>حدث خلل في البرنامج نفسه. ما حُفظ قبل ذلك في أمان.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>&amp;Begin with my reviews</source>
        <translation>&amp;بدء مراجعاتي</translation>
    </message>
    <message>
        <source>&amp;Make final what all agree on ({count})</source>
        <translation>ا&amp;عتماد ما اتفق عليه الجميع ({count})</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>الاتفاق</translation>
    </message>
    <message>
        <source>All reviewers agree.</source>
        <translation>جميع المراجِعين متفقون.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>الإجابات</translation>
    </message>
    <message>
        <source>Back to the grid  G</source>
        <translation>العودة إلى الشبكة  G</translation>
    </message>
    <message>
        <source>Cohen’s kappa</source>
        <translation>معامل كابا لكوهين</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>For you to answer: {count}</source>
        <translation>بانتظار إجابتك: {count}</translation>
    </message>
    <message>
        <source>How far reviewers agree, over the items that all have answered</source>
        <translation>مدى اتفاق المراجِعين في المواد التي أجاب عنها الجميع</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>المادة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>No item is in review yet. Select items, then choose Annotate → Ask others to review.</source>
        <translation>لا مادة قيد المراجعة بعد. حدّد مواد، ثم اختر «التوصيف» ← «طلب المراجعة من آخرين».</translation>
    </message>
    <message>
        <source>Reason for making final what all agree on</source>
        <translation>سبب اعتماد ما اتفق عليه الجميع</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>المراجِعون</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>المراجعات</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>متطابقة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Waits for, or differs in</source>
        <translation>تنتظر، أو تختلف في</translation>
    </message>
    <message>
        <source>Which reviews</source>
        <translation>أي المراجعات</translation>
    </message>
    <message>
        <source>all reviews</source>
        <translation>كل المراجعات</translation>
    </message>
    <message>
        <source>not defined: both always gave the same one answer</source>
        <translation>غير معرَّف: أعطى الاثنان الإجابة نفسها دائمًا</translation>
    </message>
    <message>
        <source>{kappa}, of few items</source>
        <translation>{kappa}، من مواد قليلة</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} و{other}</translation>
    </message>
    <message>
        <source>{same} of {items}</source>
        <translation>{same} من {items}</translation>
    </message>
    <message>
        <source>{state}: {count}</source>
        <translation>{state}: {count}</translation>
    </message>
</context>
<context>
    <name>PauseReminder</name>
    <message>
        <source>Later</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>ليس اليوم</translation>
    </message>
    <message>
        <source>Uncovered pictures were on show for {time} since your last pause. A short one now?</source>
        <translation>عُرضت صور مكشوفة مدة {time} منذ استراحتك الأخيرة. هل تأخذ استراحة قصيرة الآن؟</translation>
    </message>
    <message>
        <source>You have been here for {time} since your last pause. A short one now?</source>
        <translation>أنت هنا منذ {time} بلا استراحة. هل تأخذ استراحة قصيرة الآن؟</translation>
    </message>
</context>
<context>
    <name>PlacePanel</name>
    <message>
        <source>36.5504, 37.2732</source>
        <translation>36.5504, 37.2732</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>الإحداثيات</translation>
    </message>
    <message>
        <source>Coordinates: latitude, longitude</source>
        <translation>الإحداثيات: خط العرض، خط الطول</translation>
    </message>
    <message>
        <source>Its metadata says {position}</source>
        <translation>تقول بياناتها الوصفية {position}</translation>
    </message>
    <message>
        <source>Its metadata says {position}: {nearby}</source>
        <translation>تقول بياناتها الوصفية {position}: {nearby}</translation>
    </message>
    <message>
        <source>Name of a place, then Enter  (L)</source>
        <translation>اسم مكان، ثم Enter‏  (L)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>الدقة</translation>
    </message>
    <message>
        <source>Precision of the coordinates</source>
        <translation>دقة الإحداثيات</translation>
    </message>
    <message>
        <source>There is no place “{name}” yet. Enter once more makes it, with the coordinates below.</source>
        <translation>لا يوجد مكان «{name}» بعد. اضغط Enter مرة أخرى لإنشائه بالإحداثيات أدناه.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>&amp;Give this answer</source>
        <translation>&amp;إعطاء هذه الإجابة</translation>
    </message>
    <message>
        <source>&amp;Make it final</source>
        <translation>ا&amp;عتمادها نهائية</translation>
    </message>
    <message>
        <source>All answers are in, and they are the same.</source>
        <translation>وصلت الإجابات كلها، وهي متطابقة.</translation>
    </message>
    <message>
        <source>All answers are in. They differ in: {fields}.</source>
        <translation>وصلت الإجابات كلها. وهي تختلف في: {fields}.</translation>
    </message>
    <message>
        <source>Ask others to &amp;review…</source>
        <translation>طلب الم&amp;راجعة من آخرين…</translation>
    </message>
    <message>
        <source>Ask them &amp;no more</source>
        <translation>س&amp;حب الطلب</translation>
    </message>
    <message>
        <source>Final since {date}, by {person}: {reason}</source>
        <translation>نهائية منذ ⁦{date}⁩، بواسطة {person}: {reason}</translation>
    </message>
    <message>
        <source>Nobody was asked to review this item.</source>
        <translation>لم يُطلب من أحد أن يراجع هذه المادة.</translation>
    </message>
    <message>
        <source>Select one item to review it, or several to ask others to review them.</source>
        <translation>حدّد مادة واحدة لمراجعتها، أو عدة مواد لتطلب من آخرين مراجعتها.</translation>
    </message>
    <message>
        <source>Still to answer: {people}. Nobody sees the answers of others until all are in.</source>
        <translation>بانتظار إجابة: {people}. لا يرى أحد إجابات غيره حتى تصل كلها.</translation>
    </message>
    <message>
        <source>The reason for the final answer</source>
        <translation>سبب الإجابة النهائية</translation>
    </message>
    <message>
        <source>What you had begun to say is here still.</source>
        <translation>ما بدأتَ بقوله ما زال هنا.</translation>
    </message>
    <message>
        <source>Who has not answered about this item is not asked any more.</source>
        <translation>من لم يُجب عن هذه المادة لا يُطلب منه ذلك بعد الآن.</translation>
    </message>
    <message>
        <source>Why: what you see, and where</source>
        <translation>السبب: ماذا ترى، وأين</translation>
    </message>
    <message>
        <source>Your answer is awaited. What others have said of this item, but for its warning, is hidden until you have given it.</source>
        <translation>إجابتك منتظَرة. وما قاله غيرك عن هذه المادة، عدا تحذيرها، مخفيّ حتى تعطيها.</translation>
    </message>
</context>
<context>
    <name>Rounds</name>
    <message>
        <source>Asked to review {items}: {people}. Ctrl+R shows how far all reviews are.</source>
        <translation>طُلبت مراجعة {items} من: {people}. يعرض Ctrl+R مدى تقدّم جميع المراجعات.</translation>
    </message>
    <message>
        <source>Nothing waits for your answer.</source>
        <translation>لا شيء ينتظر إجابتك.</translation>
    </message>
    <message>
        <source>Select the items that others are to review first.</source>
        <translation>حدّد أولًا المواد التي سيراجعها آخرون.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings file is damaged: it was kept as “{name}”, and the program&apos;s own settings hold now.</source>
        <translation>ملف الإعدادات تالف: حُفظ جانبًا باسم «{name}»، وتسري الآن إعدادات البرنامج نفسه.</translation>
    </message>
    <message>
        <source>The settings file “{path}” can&apos;t be used ({reason}): what you set holds until you close the window.</source>
        <translation>لا يمكن استخدام ملف الإعدادات «{path}» ({reason}): ما تضبطه يسري حتى تغلق النافذة.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>&amp;Defaults of this page</source>
        <translation>إعادة ضب&amp;ط هذه الصفحة</translation>
    </message>
    <message>
        <source>Cover and pauses</source>
        <translation>الحجب والاستراحات</translation>
    </message>
    <message>
        <source>General</source>
        <translation>عام</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>الاستيراد</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>صفحات الإعدادات</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>This page is as it was at first.</source>
        <translation>أُعيد ضبط هذه الصفحة كما كانت في البداية.</translation>
    </message>
</context>
<context>
    <name>ShieldPage</name>
    <message>
        <source> min</source>
        <translation> د</translation>
    </message>
    <message>
        <source>&amp;Blur</source>
        <translation>الت&amp;مويه</translation>
    </message>
    <message>
        <source>&amp;Count the time with uncovered pictures</source>
        <translation>&amp;حساب وقت الصور المكشوفة</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>مح&amp;وه</translation>
    </message>
    <message>
        <source>&amp;Remind me quietly to pause</source>
        <translation>&amp;ذكّرني بهدوء بأن أستريح</translation>
    </message>
    <message>
        <source>&amp;Sound only while uncovered</source>
        <translation>ال&amp;صوت عند الكشف فقط</translation>
    </message>
    <message>
        <source>A drawn picture under the cover</source>
        <translation>صورة مرسومة تحت الحجاب</translation>
    </message>
    <message>
        <source>Covers are &amp;grey</source>
        <translation>الحجب &amp;رمادي</translation>
    </message>
    <message>
        <source>For you alone: it is kept in your own data folder and stands in no case, journal, bundle or log.</source>
        <translation>لك وحدك: يُحفظ في مجلد بياناتك أنت، ولا يدخل أي قضية أو سجل حيازة أو حزمة أو سجل أحداث.</translation>
    </message>
    <message>
        <source>Minutes at the desk</source>
        <translation>دقائق العمل هنا</translation>
    </message>
    <message>
        <source>Minutes with uncovered pictures</source>
        <translation>دقائق الصور المكشوفة</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>الاستراحات</translation>
    </message>
    <message>
        <source>Strength of the blur</source>
        <translation>شدة التمويه</translation>
    </message>
    <message>
        <source>The cover</source>
        <translation>الحجب</translation>
    </message>
    <message>
        <source>Today: {today}. The last seven days: {week}.</source>
        <translation>اليوم: {today}. آخر سبعة أيام: {week}.</translation>
    </message>
    <message>
        <source>What is not assessed, graphic or extreme is covered everywhere until you hold Space. A cover takes detail away; it can&apos;t know what will distress you.</source>
        <translation>ما لم يُقيَّم وما كان صادمًا أو بالغ القسوة يُحجب في كل مكان حتى تضغط مفتاح المسافة باستمرار. الحجب يزيل التفاصيل، لكنه لا يستطيع أن يعرف ما قد يؤلمك.</translation>
    </message>
    <message>
        <source>Your time with uncovered pictures</source>
        <translation>وقتك مع الصور المكشوفة</translation>
    </message>
    <message>
        <source>after &amp;looking at uncovered pictures for</source>
        <translation>بعد ال&amp;نظر إلى صور مكشوفة مدة</translation>
    </message>
    <message>
        <source>after &amp;working here for</source>
        <translation>بعد ال&amp;عمل هنا مدة</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Go on from the answer of {person}</source>
        <translation>المتابعة من إجابة {person}</translation>
    </message>
    <message>
        <source>Go on from this answer</source>
        <translation>المتابعة من هذه الإجابة</translation>
    </message>
    <message>
        <source>{person}, {date}</source>
        <translation>{person}، ⁦{date}⁩</translation>
    </message>
    <message>
        <source>≠ {answer}</source>
        <translation>≠ {answer}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>&amp;New case…</source>
        <translation>&amp;قضية جديدة…</translation>
    </message>
    <message>
        <source>&amp;Open a case…</source>
        <translation>&amp;فتح قضية…</translation>
    </message>
    <message>
        <source>&amp;Sample case, to try it</source>
        <translation>قضية &amp;نموذجية للتجربة</translation>
    </message>
    <message>
        <source>Delete takes a case off this list and leaves the case alone.</source>
        <translation>مفتاح Delete يزيل القضية من هذه القائمة ويترك القضية نفسها كما هي.</translation>
    </message>
    <message>
        <source>Drop a folder anywhere on this window to make a case of it. Press F1 for help.</source>
        <translation>أفلِت مجلدًا في أي موضع من هذه النافذة لتجعل منه قضية. اضغط F1 للمساعدة.</translation>
    </message>
    <message>
        <source>Evidence Annotator</source>
        <translation>Evidence Annotator</translation>
    </message>
    <message>
        <source>Recent cases</source>
        <translation>القضايا الأخيرة</translation>
    </message>
    <message>
        <source>Review photos and footage, and hand them over as evidence that can be checked. Nothing leaves this computer, originals are never changed, and no picture is shown before you ask.</source>
        <translation>راجِع الصور والمقاطع المصوّرة وسلِّمها أدلةً يمكن التحقق منها. لا شيء يغادر هذا الحاسوب، ولا تُغيَّر الملفات الأصلية أبدًا، ولا تُعرض صورة قبل أن تطلبها.</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>صفحة البداية</translation>
    </message>
    <message>
        <source>not there now</source>
        <translation>غير موجودة الآن</translation>
    </message>
    <message>
        <source>opened {date}</source>
        <translation>فُتحت في {date}</translation>
    </message>
</context>
<context>
    <name>StatusPanel</name>
    <message>
        <source>Status  (U)</source>
        <translation>الحالة  (U)</translation>
    </message>
    <message>
        <source>Verification status</source>
        <translation>حالة التحقق</translation>
    </message>
    <message>
        <source>several</source>
        <translation>متعددة</translation>
    </message>
    <message>
        <source>{name} ({count} of {total})</source>
        <translation>{name} ({count} من {total})</translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>A tag, then Enter  (T)</source>
        <translation>وسم، ثم Enter‏  (T)</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Sampled frames</source>
        <translation>اللقطات المأخوذة</translation>
    </message>
    <message>
        <source>The sound could not be read</source>
        <translation>تعذّرت قراءة الصوت</translation>
    </message>
    <message>
        <source>The sound of this video can&apos;t be read</source>
        <translation>لا يمكن قراءة صوت هذا الفيديو</translation>
    </message>
    <message>
        <source>The sound was not read yet</source>
        <translation>لم يُقرأ الصوت بعد</translation>
    </message>
    <message>
        <source>The sound wave is not drawn: the length of this video is not known</source>
        <translation>لا تُرسم موجة الصوت: طول هذا الفيديو غير معروف</translation>
    </message>
    <message>
        <source>This video has no sound</source>
        <translation>ليس في هذا الفيديو صوت</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Covered</source>
        <translation>محجوبة</translation>
    </message>
    <message>
        <source>Covered pictures stay covered until you hold Space, or this button.</source>
        <translation>تبقى الصور المحجوبة محجوبة حتى تضغط مفتاح المسافة باستمرار، أو هذا الزر.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Finds every word among names, paths, notes, tags, incidents, places and metadata: as a word or its beginning, in file names anywhere. “Words in quotation marks” must stand side by side.</source>
        <translation>يبحث عن كل كلمة في الأسماء والمسارات والملاحظات والوسوم والحوادث والأماكن والبيانات الوصفية: كلمةً أو بداية كلمة، وفي أسماء الملفات في أي موضع. و«الكلمات بين علامتي تنصيص» يجب أن تأتي متجاورة.</translation>
    </message>
    <message>
        <source>Hold to look at what is covered</source>
        <translation>اضغط باستمرار للنظر إلى ما هو محجوب</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>مكشوفة الآن</translation>
    </message>
    <message>
        <source>Newest digest of the journal, which vouches for all before it:
{digest}</source>
        <translation>أحدث بصمة في السجل، وهي تشهد لكل ما قبلها:
{digest}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>البحث</translation>
    </message>
    <message>
        <source>Search names, notes, tags, places, metadata  (Ctrl+F)</source>
        <translation>أسماء وملاحظات ووسوم وأماكن وبيانات‏  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>الأدوات</translation>
    </message>
    <message>
        <source>custody {digest}</source>
        <translation>الحيازة {digest}</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Back to the grid  G</source>
        <translation>العودة إلى الشبكة  G</translation>
    </message>
    <message>
        <source>Documents are kept and described, but not shown here.</source>
        <translation>تُحفظ الوثائق وتوصَف، لكنها لا تُعرض هنا.</translation>
    </message>
    <message>
        <source>No reason is known.</source>
        <translation>لا يُعرف سبب.</translation>
    </message>
    <message>
        <source>This file can&apos;t be read. {reason}
Its original is kept as it is.</source>
        <translation>لا يمكن قراءة هذا الملف. {reason}
يبقى أصله كما هو.</translation>
    </message>
</context>
<context>
    <name>WarningPanel</name>
    <message>
        <source>Cue words: {cues}</source>
        <translation>كلمات دالّة: {cues}</translation>
    </message>
    <message>
        <source>Give it the same warning  (W)</source>
        <translation>إعطاؤها التحذير نفسه‏  (W)</translation>
    </message>
    <message>
        <source>It is in the list {name}, which is said to be of graphic pictures.</source>
        <translation>هي في القائمة {name}، ويقال إن صورها صادمة.</translation>
    </message>
    <message>
        <source>It is possibly in the list {name}, which is said to be of graphic pictures.</source>
        <translation>قد تكون في القائمة {name}، ويقال إن صورها صادمة.</translation>
    </message>
    <message>
        <source>Its copy, item {number}, has the warning {warning}.</source>
        <translation>لنسختها، المادة {number}، التحذير {warning}.</translation>
    </message>
    <message>
        <source>Set the suggested warning</source>
        <translation>ضبط التحذير المقترح</translation>
    </message>
    <message>
        <source>Set the warning to graphic  (W)</source>
        <translation>ضبط التحذير على «محتوى صادم»‏  (W)</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>التحذير</translation>
    </message>
    <message>
        <source>Warning: {level}</source>
        <translation>التحذير: {level}</translation>
    </message>
    <message>
        <source>{name} ({count} of {total})</source>
        <translation>{name} ({count} من {total})</translation>
    </message>
    <message>
        <source>“{cue}” ({where})</source>
        <translation>«{cue}» ({where})</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cancel: {title}</source>
        <translation>إلغاء: {title}</translation>
    </message>
    <message>
        <source>{speed} {unit}/s</source>
        <translation>{speed} {unit}/ث</translation>
    </message>
    <message>
        <source>{title}: finishing</source>
        <translation>{title}: جارٍ الإنهاء</translation>
    </message>
    <message>
        <source>{title}: looking at earlier items again</source>
        <translation>{title}: جارٍ النظر في مواد سابقة من جديد</translation>
    </message>
    <message>
        <source>{title}: stopping</source>
        <translation>{title}: جارٍ الإيقاف</translation>
    </message>
</context>
<context>
    <name>_Browser</name>
    <message>
        <source>Help page</source>
        <translation>صفحة المساعدة</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;About</source>
        <translation>&amp;حول البرنامج</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>التو&amp;صيف</translation>
    </message>
    <message>
        <source>&amp;Ask others to review…</source>
        <translation>طلب المراجعة من آ&amp;خرين…</translation>
    </message>
    <message>
        <source>&amp;Blink</source>
        <translation>تبديل &amp;وامض</translation>
    </message>
    <message>
        <source>&amp;Close the case</source>
        <translation>إ&amp;غلاق القضية</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>م&amp;قارنة</translation>
    </message>
    <message>
        <source>&amp;Compare these items</source>
        <translation>&amp;مقارنة هذه المواد</translation>
    </message>
    <message>
        <source>&amp;Copy names and digests</source>
        <translation>&amp;نسخ الأسماء والبصمات</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>ال&amp;فرق</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>ت&amp;حرير</translation>
    </message>
    <message>
        <source>&amp;End the loop</source>
        <translation>إ&amp;نهاء التكرار المقطعي</translation>
    </message>
    <message>
        <source>&amp;Export a bundle…</source>
        <translation>ت&amp;صدير حزمة…</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>أسر&amp;ع</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>&amp;Fit the picture</source>
        <translation>ملا&amp;ءمة الصورة</translation>
    </message>
    <message>
        <source>&amp;Fit the pictures</source>
        <translation>ملا&amp;ءمة الصور</translation>
    </message>
    <message>
        <source>&amp;Go on after a warning is set</source>
        <translation>الان&amp;تقال إلى التالية بعد ضبط التحذير</translation>
    </message>
    <message>
        <source>&amp;Grid</source>
        <translation>ال&amp;شبكة</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
    <message>
        <source>&amp;Import a folder…</source>
        <translation>استيراد م&amp;جلد…</translation>
    </message>
    <message>
        <source>&amp;Incident</source>
        <translation>ال&amp;حادثة</translation>
    </message>
    <message>
        <source>&amp;Invert the selection</source>
        <translation>عك&amp;س التحديد</translation>
    </message>
    <message>
        <source>&amp;Keep this frame of the video</source>
        <translation>الاحتفا&amp;ظ بهذه اللقطة من الفيديو</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>ال&amp;مفاتيح</translation>
    </message>
    <message>
        <source>&amp;Larger cells</source>
        <translation>خلايا أ&amp;كبر</translation>
    </message>
    <message>
        <source>&amp;Lock the views</source>
        <translation>&amp;قفل العرض معًا</translation>
    </message>
    <message>
        <source>&amp;Loop from here</source>
        <translation>&amp;بدء التكرار من هنا</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>ال&amp;خريطة</translation>
    </message>
    <message>
        <source>&amp;Marker with a note…</source>
        <translation>علامة مع ملاح&amp;ظة…</translation>
    </message>
    <message>
        <source>&amp;Mirror</source>
        <translation>ع&amp;كس أفقي</translation>
    </message>
    <message>
        <source>&amp;Mirror the view</source>
        <translation>&amp;عكس العرض أفقيًا</translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation>&amp;قضية جديدة…</translation>
    </message>
    <message>
        <source>&amp;Undecided copies, worst doubt first</source>
        <translation>النسخ غير المحسومة، &amp;أشدها شكًّا أولًا</translation>
    </message>
    <message>
        <source>Bac&amp;k to the items</source>
        <translation>ال&amp;عودة إلى المواد</translation>
    </message>
    <message>
        <source>Change &amp;many at once…</source>
        <translation>تغيير مواد كثيرة &amp;دفعة واحدة…</translation>
    </message>
    <message>
        <source>Mirror top to bottom</source>
        <translation>عكس رأسي</translation>
    </message>
    <message>
        <source>Quicker, more opaque, amplified more</source>
        <translation>أسرع، أو أكثر عتامة، أو أكبر تضخيمًا</translation>
    </message>
    <message>
        <source>Remo&amp;ve the selected region</source>
        <translation>إ&amp;زالة النطاق المحدَّد</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;ملاحظة</translation>
    </message>
    <message>
        <source>&amp;One item</source>
        <translation>مادة &amp;واحدة</translation>
    </message>
    <message>
        <source>&amp;Open a case…</source>
        <translation>&amp;فتح قضية…</translation>
    </message>
    <message>
        <source>&amp;Overlay</source>
        <translation>ت&amp;راكب</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>ال&amp;تشغيل</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>ت&amp;شغيل أو إيقاف مؤقت</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;طباعة…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إ&amp;نهاء</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>إعا&amp;دة</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>تحدي&amp;ث</translation>
    </message>
    <message>
        <source>&amp;Regions on or off</source>
        <translation>إظهار ال&amp;نطاقات أو إخفاؤها</translation>
    </message>
    <message>
        <source>&amp;Repeat the last annotation</source>
        <translation>ت&amp;كرار التوصيف الأخير</translation>
    </message>
    <message>
        <source>&amp;Reviews</source>
        <translation>الم&amp;راجعات</translation>
    </message>
    <message>
        <source>&amp;Same</source>
        <translation>&amp;نفسها</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;بحث</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>أب&amp;طأ</translation>
    </message>
    <message>
        <source>&amp;Stack copies, or not</source>
        <translation>تكديس النسخ أو فكّ&amp;ها</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>الو&amp;سوم</translation>
    </message>
    <message>
        <source>&amp;Turn the view right</source>
        <translation>تدوير العرض ي&amp;مينًا</translation>
    </message>
    <message>
        <source>&amp;Undo my last change</source>
        <translation>ال&amp;تراجع عن آخر تغيير لي</translation>
    </message>
    <message>
        <source>&amp;Verify the case</source>
        <translation>ت&amp;دقيق القضية</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>Actual &amp;size</source>
        <translation>ال&amp;حجم الفعلي</translation>
    </message>
    <message>
        <source>Actual si&amp;ze</source>
        <translation>ال&amp;حجم الفعلي</translation>
    </message>
    <message>
        <source>Curtain to the left</source>
        <translation>تحريك الستار يسارًا</translation>
    </message>
    <message>
        <source>Curtain to the right</source>
        <translation>تحريك الستار يمينًا</translation>
    </message>
    <message>
        <source>Differe&amp;nt</source>
        <translation>م&amp;ختلفتان</translation>
    </message>
    <message>
        <source>Draw a &amp;box</source>
        <translation>رسم مست&amp;طيل</translation>
    </message>
    <message>
        <source>Draw a &amp;polygon</source>
        <translation>رسم م&amp;ضلّع</translation>
    </message>
    <message>
        <source>Fa&amp;cts over the picture</source>
        <translation>الح&amp;قائق فوق الصورة</translation>
    </message>
    <message>
        <source>Fi&amp;lters beside the items</source>
        <translation>عوامل التصفية ب&amp;جانب المواد</translation>
    </message>
    <message>
        <source>Frame &amp;back</source>
        <translation>اللقطة ال&amp;سابقة</translation>
    </message>
    <message>
        <source>Frame o&amp;n</source>
        <translation>اللقطة ال&amp;تالية</translation>
    </message>
    <message>
        <source>Give it to all &amp;copies</source>
        <translation>إعطاؤ&amp;ه لكل النسخ</translation>
    </message>
    <message>
        <source>Import &amp;files…</source>
        <translation>استيراد م&amp;لفات…</translation>
    </message>
    <message>
        <source>Incidents an&amp;d places…</source>
        <translation>الحوادث و&amp;الأماكن…</translation>
    </message>
    <message>
        <source>Inspect&amp;or beside the items</source>
        <translation>&amp;لوحة التوصيف بجانب المواد</translation>
    </message>
    <message>
        <source>Known &amp;hashes…</source>
        <translation>البص&amp;مات المعروفة…</translation>
    </message>
    <message>
        <source>Le&amp;vel brightness</source>
        <translation>معادلة ال&amp;سطوع</translation>
    </message>
    <message>
        <source>Le&amp;vels and gamma</source>
        <translation>المستو&amp;يات وغاما</translation>
    </message>
    <message>
        <source>Loop &amp;to here</source>
        <translation>تكرار إلى &amp;هنا</translation>
    </message>
    <message>
        <source>Magnifying &amp;glass</source>
        <translation>عد&amp;سة مكبّرة</translation>
    </message>
    <message>
        <source>Mirror the view top to bottom</source>
        <translation>عكس العرض رأسيًا</translation>
    </message>
    <message>
        <source>Ne&amp;xt item that waits for my answer</source>
        <translation>المادة التال&amp;ية التي تنتظر إجابتي</translation>
    </message>
    <message>
        <source>Ne&amp;xt marker</source>
        <translation>العلامة التال&amp;ية</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation>اللوحة ال&amp;تالية</translation>
    </message>
    <message>
        <source>Ne&amp;xt undecided pair</source>
        <translation>الزوج غير المحسوم ال&amp;تالي</translation>
    </message>
    <message>
        <source>Next &amp;kind of doubt</source>
        <translation>نو&amp;ع الشك التالي</translation>
    </message>
    <message>
        <source>Next &amp;picture</source>
        <translation>الصورة &amp;التالية</translation>
    </message>
    <message>
        <source>O&amp;pen the stack, or close it</source>
        <translation>&amp;فتح الكدسة أو إغلاقها</translation>
    </message>
    <message>
        <source>Open this item alone</source>
        <translation>فتح هذه المادة وحدها</translation>
    </message>
    <message>
        <source>P&amp;lace</source>
        <translation>المكا&amp;ن</translation>
    </message>
    <message>
        <source>P&amp;revious marker</source>
        <translation>العلامة الس&amp;ابقة</translation>
    </message>
    <message>
        <source>Play &amp;on, again: faster</source>
        <translation>تشغيل إلى الأ&amp;مام، ومرة أخرى: أسرع</translation>
    </message>
    <message>
        <source>Play back&amp;wards, again: faster</source>
        <translation>تشغيل إلى ال&amp;خلف، ومرة أخرى: أسرع</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>اللوحة السابق&amp;ة</translation>
    </message>
    <message>
        <source>S&amp;maller cells</source>
        <translation>خلايا أ&amp;صغر</translation>
    </message>
    <message>
        <source>Save this searc&amp;h…</source>
        <translation>ح&amp;فظ هذا البحث…</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>الإ&amp;عدادات…</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>ت&amp;حديد الكل</translation>
    </message>
    <message>
        <source>Set the suggested &amp;warning</source>
        <translation>ضبط التحذير الم&amp;قترح</translation>
    </message>
    <message>
        <source>Slower, less opaque, amplified less</source>
        <translation>أبطأ، أو أقل عتامة، أو أقل تضخيمًا</translation>
    </message>
    <message>
        <source>So&amp;und on or off</source>
        <translation>ال&amp;صوت أو كتمه</translation>
    </message>
    <message>
        <source>Stat&amp;us</source>
        <translation>الحا&amp;لة</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation>الخط ال&amp;زمني</translation>
    </message>
    <message>
        <source>Take o&amp;ver what its copies have</source>
        <translation>أخ&amp;ذ ما لدى نسخها</translation>
    </message>
    <message>
        <source>Thumbnail insi&amp;de the file</source>
        <translation>الصورة المصغّرة &amp;داخل الملف</translation>
    </message>
    <message>
        <source>Turn &amp;right</source>
        <translation>تدوير &amp;يمينًا</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>تدوير يسارًا</translation>
    </message>
    <message>
        <source>Turn the view &amp;left</source>
        <translation>تدوير العرض يسا&amp;رًا</translation>
    </message>
    <message>
        <source>Undec&amp;ided</source>
        <translation>&amp;غير محسوم</translation>
    </message>
    <message>
        <source>View as it &amp;was</source>
        <translation>العر&amp;ض كما كان</translation>
    </message>
    <message>
        <source>Warning: {level}</source>
        <translation>التحذير: {level}</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>تك&amp;بير</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>تص&amp;غير</translation>
    </message>
    <message>
        <source>Zoom ou&amp;t</source>
        <translation>ت&amp;صغير</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>الفيديو</translation>
    </message>
    <message>
        <source>comparing</source>
        <translation>المقارنة</translation>
    </message>
    <message>
        <source>one item</source>
        <translation>مادة واحدة</translation>
    </message>
    <message>
        <source>the grid</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>{action} ({page})</source>
        <translation>{action} ({page})</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>All answers about item {item} are in, so yours stays as it is: say in the final answer what to change.</source>
        <translation>وصلت جميع الإجابات عن المادة {item}، فتبقى إجابتك كما هي: اذكر في الإجابة النهائية ما يجب تغييره.</translation>
    </message>
    <message>
        <source>Answers of a review name the {noun} “{name}”, and answers stay as they were given: so it stays too. Change its name instead.</source>
        <translation>الاسم «{name}» ({noun}) مذكور في إجابات مراجعة، والإجابات تبقى كما أُعطيت، فيبقى هو أيضًا: غيّر الاسم بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>In the case “{path}” there is a link at “{name}”, which leads elsewhere: delete the link; what the program keeps there is made again.</source>
        <translation>في القضية «{path}» رابط عند «{name}» يشير إلى مكان آخر: احذف الرابط؛ ما يحفظه البرنامج هناك يُنشأ من جديد.</translation>
    </message>
    <message>
        <source>Item {item} has no picture that a region could lie on: draw on a photo, a video or a kept frame.</source>
        <translation>ليس للمادة {item} صورة يمكن رسم نطاق عليها: ارسم على صورة أو فيديو أو لقطة محتفَظ بها.</translation>
    </message>
    <message>
        <source>Item {item} is a sampled frame without bytes of its own: keep the frame as an item first, then annotate that item.</source>
        <translation>المادة {item} لقطة مأخوذة من فيديو وليس لها ملف خاص بها: احفظ اللقطة مادةً أولًا، ثم وصّف تلك المادة.</translation>
    </message>
    <message>
        <source>Item {item} is not for “{reviewer}” to review: assign it first.</source>
        <translation>المادة {item} ليست مُسندة إلى «{reviewer}» للمراجعة: أسنِدها أولًا.</translation>
    </message>
    <message>
        <source>Items still bear the {noun} “{name}” ({items}): take it from them first, or merge it into another one.</source>
        <translation>ما زالت مواد منسوبة إلى «{name}» ({noun}، عدد المواد: {items}): أزِله عنها أولًا، أو ادمجه في غيره.</translation>
    </message>
    <message>
        <source>Items {a} and {b} could not be compared ({detail}): nothing is said of what they have in common.</source>
        <translation>تعذّرت مقارنة المادتين {a} و{b} ({detail}): لا يُقال شيء عن المشترك بينهما.</translation>
    </message>
    <message>
        <source>No frame of “{name}” at {seconds:.3f} s could be read ({detail}): choose another time.</source>
        <translation>تعذّرت قراءة لقطة من «{name}» عند {seconds:.3f} ث ({detail}): اختر وقتًا آخر.</translation>
    </message>
    <message>
        <source>No item fits this selection: nothing was written. Select at least one item.</source>
        <translation>لا مادة تطابق هذا الاختيار: لم يُكتب شيء. حدّد مادة واحدة على الأقل.</translation>
    </message>
    <message>
        <source>No item “{what}” in this case: give an item&apos;s number or at least eight digits of its SHA-256.</source>
        <translation>لا مادة «{what}» في هذه القضية: اذكر رقم المادة أو ثماني خانات على الأقل من بصمتها SHA-256.</translation>
    </message>
    <message>
        <source>No {noun} “{name}” in this case: add it first, or check the spelling.</source>
        <translation>لا يوجد في هذه القضية {noun} باسم «{name}»: أضِفه أولًا أو تحقق من كتابته.</translation>
    </message>
    <message>
        <source>Place names of “{name}” could not be read ({detail}): give a GeoNames dump, or a CSV with columns “name”, “latitude” and “longitude”. All else works without it.</source>
        <translation>تعذّرت قراءة أسماء الأماكن في «{name}» ({detail}): اختر ملف GeoNames، أو ملف CSV فيه الأعمدة &quot;name&quot; و&quot;latitude&quot; و&quot;longitude&quot;. كل ما عدا ذلك يعمل من دونه.</translation>
    </message>
    <message>
        <source>The case “{path}” can&apos;t be reached ({detail}): check the drive and your permissions.</source>
        <translation>تعذّر الوصول إلى القضية «{path}» ({detail}): تحقق من القرص ومن أذوناتك.</translation>
    </message>
    <message>
        <source>The case “{path}” is damaged ({detail}): keep the folder as it is and open a backup of it.</source>
        <translation>القضية «{path}» تالفة ({detail}): أبقِ المجلد كما هو وافتح نسخة احتياطية منه.</translation>
    </message>
    <message>
        <source>The case “{path}” is open for writing in another program: close it there first, or only read here.</source>
        <translation>القضية «{path}» مفتوحة للكتابة في برنامج آخر: أغلقها هناك أولًا، أو اكتفِ بالقراءة هنا.</translation>
    </message>
    <message>
        <source>The case “{path}” is open read-only here: close the other program that uses it and open it again.</source>
        <translation>القضية «{path}» مفتوحة هنا للقراءة فقط: أغلق البرنامج الآخر الذي يستخدمها ثم افتحها من جديد.</translation>
    </message>
    <message>
        <source>The case “{path}” was last used with a newer Evidence Annotator (step {found} is unknown here): open it with that version or a later one.</source>
        <translation>استُخدمت القضية «{path}» آخر مرة بإصدار أحدث من Evidence Annotator (الخطوة {found} غير معروفة هنا): افتحها بذلك الإصدار أو بما بعده.</translation>
    </message>
    <message>
        <source>The change “{action}” of {at} can&apos;t be taken back: something that it set was changed again since.</source>
        <translation>لا يمكن التراجع عن التغيير «{action}» بتاريخ {at}: فقد تغيّر بعده شيء مما ضبطه.</translation>
    </message>
    <message>
        <source>The database of the case “{path}” is not built as this version builds it (its “{part}” differs): open it with the version that made it, or make a new case and import the folder “originals” of this one.</source>
        <translation>قاعدة بيانات القضية «{path}» ليست مبنية كما يبنيها هذا الإصدار («{part}» فيها مختلف): افتحها بالإصدار الذي صنعها، أو أنشئ قضية جديدة واستورد المجلد «originals» منها.</translation>
    </message>
    <message>
        <source>The disk that holds “{path}” is full: free some space and do it again; everything reported so far is kept.</source>
        <translation>القرص الذي يحوي «{path}» ممتلئ: أفرِغ بعض المساحة ثم أعِد العمل؛ كل ما أُبلغ عنه حتى الآن محفوظ.</translation>
    </message>
    <message>
        <source>The list of hashes “{name}” could not be read ({detail}): give a CSV whose first line names its columns, such as “sha256”, “phash” or “pdq”. Nothing was added.</source>
        <translation>تعذّرت قراءة قائمة البصمات «{name}» ({detail}): اختر ملف CSV يسمّي سطره الأول أعمدته، مثل &quot;sha256&quot; أو &quot;phash&quot; أو &quot;pdq&quot;. لم يُضف شيء.</translation>
    </message>
    <message>
        <source>The map “{name}” could not be read ({detail}): choose another MBTiles or PMTiles file. The map of the program is still there.</source>
        <translation>تعذّرت قراءة الخريطة «{name}» ({detail}): اختر ملف MBTiles أو PMTiles آخر. خريطة البرنامج ما زالت موجودة.</translation>
    </message>
    <message>
        <source>The original of “{name}” is not at “{path}” any more: connect the drive that holds it, or put it back.</source>
        <translation>لم يعد أصل «{name}» موجودًا في «{path}»: أوصل القرص الذي يحمله، أو أعِد الملف إلى مكانه.</translation>
    </message>
    <message>
        <source>The original of “{name}” is not what was imported ({detail}): verify the case before you go on.</source>
        <translation>أصل «{name}» ليس ما استُورد ({detail}): دقِّق القضية قبل أن تتابع.</translation>
    </message>
    <message>
        <source>The picture of “{name}” could not be read ({detail}); its original is kept as it is.</source>
        <translation>تعذّرت قراءة صورة «{name}» ({detail})؛ يبقى أصلها كما هو.</translation>
    </message>
    <message>
        <source>The review of item {item} still waits for {awaited}: settle it when all have answered, or take the assignment back.</source>
        <translation>ما زالت مراجعة المادة {item} تنتظر {awaited}: احسمها حين يجيب الجميع، أو ألغِ الإسناد.</translation>
    </message>
    <message>
        <source>The shipped vocabulary “{id}” is damaged ({detail}): install the program again.</source>
        <translation>قائمة المصطلحات «{id}» المرفقة تالفة ({detail}): ثبّت البرنامج من جديد.</translation>
    </message>
    <message>
        <source>This case already has the {noun} “{name}”: use it, or choose another name.</source>
        <translation>في هذه القضية {noun} باسم «{name}» من قبل: استخدمه أو اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>a few words on one line</source>
        <translation>بضع كلمات في سطر واحد</translation>
    </message>
    <message>
        <source>a level from mild on where there is something to see</source>
        <translation>درجة «محتوى خفيف» فما فوق حين يكون هناك ما يُرى</translation>
    </message>
    <message>
        <source>a name on one line</source>
        <translation>اسمًا في سطر واحد</translation>
    </message>
    <message>
        <source>a new name outside of the case folder, or in its exports</source>
        <translation>اسمًا جديدًا خارج مجلد القضية أو في مجلد exports داخلها</translation>
    </message>
    <message>
        <source>a time in a video, without points and without a cover</source>
        <translation>وقتًا في فيديو، بلا نقاط وبلا غطاء</translation>
    </message>
    <message>
        <source>a time in seconds within the video</source>
        <translation>وقتًا بالثواني داخل الفيديو</translation>
    </message>
    <message>
        <source>a time only for a video</source>
        <translation>وقتًا للفيديو وحده</translation>
    </message>
    <message>
        <source>an end that is not before the beginning</source>
        <translation>نهاية لا تسبق البداية</translation>
    </message>
    <message>
        <source>both latitude and longitude, or neither</source>
        <translation>خط العرض وخط الطول معًا، أو لا هذا ولا ذاك</translation>
    </message>
    <message>
        <source>box</source>
        <translation>مستطيل</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>حادثة</translation>
    </message>
    <message>
        <source>it as ISO 8601 writes it, such as 2016-10 or 2016-10-26T11:30</source>
        <translation>الوقت بصيغة ISO 8601، مثل ‎2016-10 أو ‎2016-10-26T11:30</translation>
    </message>
    <message>
        <source>label</source>
        <translation>تسمية</translation>
    </message>
    <message>
        <source>latitude −90 to 90 and longitude −180 to 180</source>
        <translation>خط العرض من −90 إلى 90 وخط الطول من −180 إلى 180</translation>
    </message>
    <message>
        <source>list of hashes</source>
        <translation>قائمة بصمات</translation>
    </message>
    <message>
        <source>marker</source>
        <translation>علامة</translation>
    </message>
    <message>
        <source>name of a list</source>
        <translation>اسم قائمة</translation>
    </message>
    <message>
        <source>name of a reviewer</source>
        <translation>اسم مراجِع</translation>
    </message>
    <message>
        <source>name of a search</source>
        <translation>اسم بحث</translation>
    </message>
    <message>
        <source>name of another one</source>
        <translation>اسم آخر للدمج فيه</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>note of a region</source>
        <translation>ملاحظة على نطاق</translation>
    </message>
    <message>
        <source>one that is not merged away</source>
        <translation>اسمًا غير الذي يُدمج</translation>
    </message>
    <message>
        <source>one that is offered</source>
        <translation>مصطلحًا من المعروض</translation>
    </message>
    <message>
        <source>pair of items</source>
        <translation>زوج من المواد</translation>
    </message>
    <message>
        <source>place</source>
        <translation>مكان</translation>
    </message>
    <message>
        <source>place for a bundle</source>
        <translation>مكان لحزمة</translation>
    </message>
    <message>
        <source>points that enclose an area</source>
        <translation>نقاطًا تحيط بمساحة</translation>
    </message>
    <message>
        <source>points within the picture, as fractions from 0 to 1</source>
        <translation>نقاطًا داخل الصورة، كسورًا من 0 إلى 1</translation>
    </message>
    <message>
        <source>polygon</source>
        <translation>مضلّع</translation>
    </message>
    <message>
        <source>position</source>
        <translation>إحداثيات</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>سبب</translation>
    </message>
    <message>
        <source>region</source>
        <translation>نطاق</translation>
    </message>
    <message>
        <source>search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>some words that say why this is the final answer</source>
        <translation>كلمات تبيّن لماذا هذه هي الإجابة النهائية</translation>
    </message>
    <message>
        <source>source of a list</source>
        <translation>مصدر قائمة</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>وسم</translation>
    </message>
    <message>
        <source>term of this list</source>
        <translation>مصطلح من هذه القائمة</translation>
    </message>
    <message>
        <source>text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>the time in the video, in seconds</source>
        <translation>الوقت في الفيديو بالثواني</translation>
    </message>
    <message>
        <source>time</source>
        <translation>وقت</translation>
    </message>
    <message>
        <source>two different items</source>
        <translation>مادتين مختلفتين</translation>
    </message>
    <message>
        <source>two opposite corners</source>
        <translation>ركنين متقابلين</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>“{actor}” has no change in this case left to take back.</source>
        <translation>لم يبقَ لـ«{actor}» في هذه القضية تغيير يمكن التراجع عنه.</translation>
    </message>
    <message>
        <source>“{actor}” has taken back nothing that could be made again.</source>
        <translation>لم يتراجع «{actor}» عن شيء يمكن أن يُعاد.</translation>
    </message>
    <message>
        <source>“{name}” could not be played ({detail}): its frames can still be looked at one by one.</source>
        <translation>تعذّر تشغيل «{name}» ({detail}): ما زال يمكن النظر إلى لقطاته واحدة واحدة.</translation>
    </message>
    <message>
        <source>“{path}” already exists and is not empty: choose another folder.</source>
        <translation>«{path}» موجود وليس فارغًا: اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>“{path}” already exists: choose another name for the bundle.</source>
        <translation>«{path}» موجود من قبل: اختر اسمًا آخر للحزمة.</translation>
    </message>
    <message>
        <source>“{path}” could not be read or written ({detail}): check the drive and try again.</source>
        <translation>تعذّرت قراءة «{path}» أو كتابته ({detail}): تحقق من القرص وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>“{path}” is neither a case nor a bundle: give a case folder, a bundle folder or a zipped bundle.</source>
        <translation>«{path}» ليس قضية ولا حزمة: اختر مجلد قضية أو مجلد حزمة أو حزمة مضغوطة.</translation>
    </message>
    <message>
        <source>“{path}” is not a case folder: choose one that holds a case.sqlite, or make a new case.</source>
        <translation>«{path}» ليس مجلد قضية: اختر مجلدًا فيه ملف case.sqlite، أو أنشئ قضية جديدة.</translation>
    </message>
    <message>
        <source>“{term}” is not a {vocabulary}: use one of {known}.</source>
        <translation>«{term}» ليس من {vocabulary}: استخدم واحدًا من {known}.</translation>
    </message>
    <message>
        <source>“{value}” is not a {what}: give {wanted}.</source>
        <translation>«{value}» لا يصلح ({what}): أدخِل {wanted}.</translation>
    </message>
    <message>
        <source>“{what}” fits several items: give more digits of the SHA-256.</source>
        <translation>«{what}» يطابق عدة مواد: اذكر خانات أكثر من بصمة SHA-256.</translation>
    </message>
</context>
<context>
    <name>vocabulary</name>
    <message>
        <source>A burnt body or severe burns can be seen.</source>
        <translation>تظهر جثة محترقة أو حروق شديدة.</translation>
    </message>
    <message>
        <source>A chemical weapon is used.</source>
        <translation>يُستخدم سلاح كيميائي.</translation>
    </message>
    <message>
        <source>A child is among those hurt or dead.</source>
        <translation>بين الجرحى أو القتلى طفل.</translation>
    </message>
    <message>
        <source>A crowd attacks people or property, or another crowd.</source>
        <translation>جمهرة تهاجم أناسًا أو ممتلكات، أو جمهرة أخرى.</translation>
    </message>
    <message>
        <source>A dead person can be seen, covered or not.</source>
        <translation>يظهر شخص ميت، مغطى أو غير مغطى.</translation>
    </message>
    <message>
        <source>A detained person is shown, or somebody is humiliated.</source>
        <translation>يظهر شخص محتجز، أو يتعرض أحدهم للإذلال.</translation>
    </message>
    <message>
        <source>A grenade or another thrown explosive.</source>
        <translation>قنبلة يدوية أو متفجرة أخرى تُلقى.</translation>
    </message>
    <message>
        <source>A group is formed, splits, joins another, or moves in or out.</source>
        <translation>جماعة تتشكل أو تنقسم أو تنضم إلى أخرى، أو تدخل مكانًا أو تغادره.</translation>
    </message>
    <message>
        <source>A peaceful protest that somebody tries to disperse or suppress without grave injury.</source>
        <translation>احتجاج سلمي يحاول أحد تفريقه أو قمعه دون إصابات بالغة.</translation>
    </message>
    <message>
        <source>A place changes hands without a fight.</source>
        <translation>تنتقل السيطرة على مكان دون قتال.</translation>
    </message>
    <message>
        <source>A protest that meets no force.</source>
        <translation>احتجاج لا يُواجَه بالقوة.</translation>
    </message>
    <message>
        <source>A public gathering of at least three people who use no violence themselves.</source>
        <translation>تجمّع علني لثلاثة أشخاص على الأقل لا يستخدمون هم أنفسهم العنف.</translation>
    </message>
    <message>
        <source>A strategic development that no other term names.</source>
        <translation>تطور استراتيجي لا يسمّيه مصطلح آخر.</translation>
    </message>
    <message>
        <source>A strike from an aircraft or a drone.</source>
        <translation>ضربة من طائرة أو طائرة مسيّرة.</translation>
    </message>
    <message>
        <source>A strike from the ground over a distance.</source>
        <translation>ضربة من الأرض عن بُعد.</translation>
    </message>
    <message>
        <source>A truce, a peace deal, an exchange of prisoners.</source>
        <translation>هدنة أو اتفاق سلام أو تبادل أسرى.</translation>
    </message>
    <message>
        <source>A violent interaction between two organised armed groups.</source>
        <translation>مواجهة عنيفة بين جماعتين مسلحتين منظمتين.</translation>
    </message>
    <message>
        <source>An armed group deliberately attacks people who are not armed.</source>
        <translation>جماعة مسلحة تهاجم عمدًا أناسًا غير مسلحين.</translation>
    </message>
    <message>
        <source>An armed group other than the state wins a place by fighting.</source>
        <translation>تسيطر جماعة مسلحة غير الدولة على مكان بالقتال.</translation>
    </message>
    <message>
        <source>An armed group sets up a permanent place.</source>
        <translation>تقيم جماعة مسلحة مقرًا دائمًا.</translation>
    </message>
    <message>
        <source>An armed group wounds, tortures or kills unarmed people.</source>
        <translation>جماعة مسلحة تجرح أناسًا غير مسلحين أو تعذبهم أو تقتلهم.</translation>
    </message>
    <message>
        <source>An attacker dies by the bomb that he or she carries or drives.</source>
        <translation>يموت المهاجم بالقنبلة التي يحملها أو يقودها.</translation>
    </message>
    <message>
        <source>An explosive is found and made safe, a missile intercepted, weapons seized.</source>
        <translation>يُعثر على متفجرة ويُبطل مفعولها، أو يُعترض صاروخ، أو تُصادَر أسلحة.</translation>
    </message>
    <message>
        <source>An explosive that is laid and goes off later, by its victim or from afar.</source>
        <translation>متفجرة تُزرع وتنفجر لاحقًا، بفعل ضحيتها أو عن بُعد.</translation>
    </message>
    <message>
        <source>Armed groups fight and no place changes hands.</source>
        <translation>تتقاتل جماعات مسلحة ولا تتغير السيطرة على أي مكان.</translation>
    </message>
    <message>
        <source>Blood or open wounds can be seen.</source>
        <translation>تظهر دماء أو جروح مفتوحة.</translation>
    </message>
    <message>
        <source>Demonstrators destroy or attack.</source>
        <translation>متظاهرون يخرّبون أو يهاجمون.</translation>
    </message>
    <message>
        <source>Dismemberment, torture, killing in view, or a badly hurt or dead child.</source>
        <translation>تقطيع أوصال أو تعذيب أو قتل أمام العين، أو طفل ميت أو مصاب إصابة بالغة.</translation>
    </message>
    <message>
        <source>Distressing in a way that no other term names.</source>
        <translation>مؤلم على وجه لا يسميه مصطلح آخر.</translation>
    </message>
    <message>
        <source>Exact to the hour.</source>
        <translation>معروف بالساعة.</translation>
    </message>
    <message>
        <source>Exact to the minute.</source>
        <translation>معروف بالدقيقة.</translation>
    </message>
    <message>
        <source>Exact to the second.</source>
        <translation>معروف بالثانية.</translation>
    </message>
    <message>
        <source>Many people, or people who matter, are arrested.</source>
        <translation>يُعتقل أناس كثيرون، أو أناس لهم شأن.</translation>
    </message>
    <message>
        <source>Near a named town, or a part of a region; the coordinates stand for the area (geo_precision 2).</source>
        <translation>قرب بلدة مسماة، أو جزء من منطقة؛ والإحداثيات تمثل المنطقة كلها (geo_precision 2).</translation>
    </message>
    <message>
        <source>Nobody has said yet how graphic it is; it is treated as graphic.</source>
        <translation>لم يقل أحد بعد إلى أي حد هو صادم؛ ويُعامل معاملة الصادم.</translation>
    </message>
    <message>
        <source>Nothing in it needs a warning.</source>
        <translation>ليس فيه ما يستدعي تحذيرًا.</translation>
    </message>
    <message>
        <source>Only a larger region is known; the coordinates stand for it (geo_precision 3).</source>
        <translation>لا تُعرف إلا منطقة أوسع؛ والإحداثيات تمثلها (geo_precision 3).</translation>
    </message>
    <message>
        <source>Peaceful protesters are met with violence that wounds or kills or could have.</source>
        <translation>يُواجَه محتجون سلميون بعنف يجرح أو يقتل أو كان يمكن أن يفعل.</translation>
    </message>
    <message>
        <source>People mourn somebody who was hurt or killed.</source>
        <translation>أناس يبكون جريحًا أو قتيلًا.</translation>
    </message>
    <message>
        <source>Property is taken or destroyed without violence against people.</source>
        <translation>تُؤخذ ممتلكات أو تُدمَّر دون عنف ضد الناس.</translation>
    </message>
    <message>
        <source>Severed parts of a body can be seen.</source>
        <translation>تظهر أشلاء بشرية.</translation>
    </message>
    <message>
        <source>Sexual violence by an armed group or a mob.</source>
        <translation>عنف جنسي ترتكبه جماعة مسلحة أو غوغاء.</translation>
    </message>
    <message>
        <source>Sexual violence or its marks can be seen or heard.</source>
        <translation>يُرى أو يُسمع عنف جنسي أو آثاره.</translation>
    </message>
    <message>
        <source>Signs of violence or distress, without wounds or bodies that can be made out.</source>
        <translation>علامات عنف أو محنة، من دون جروح أو جثث يمكن تمييزها.</translation>
    </message>
    <message>
        <source>Some time between a beginning and an end that are known.</source>
        <translation>وقت ما بين بداية ونهاية معروفتين.</translation>
    </message>
    <message>
        <source>Somebody is executed or tortured, or bears the marks of it.</source>
        <translation>يُعدم أحدهم أو يُعذَّب، أو تظهر عليه آثار ذلك.</translation>
    </message>
    <message>
        <source>Somebody is taken, and nothing more is known of violence against them.</source>
        <translation>يُؤخذ شخص، ولا يُعرف عن عنف ضده أكثر من ذلك.</translation>
    </message>
    <message>
        <source>Something that is not itself violence between groups but may lead to it or explain it.</source>
        <translation>أمر ليس عنفًا بين جماعات في ذاته، لكنه قد يؤدي إليه أو يفسّره.</translation>
    </message>
    <message>
        <source>State forces or their allies win back a place by fighting.</source>
        <translation>تستعيد قوات الدولة أو حلفاؤها مكانًا بالقتال.</translation>
    </message>
    <message>
        <source>The day is known (time_precision 1).</source>
        <translation>اليوم معروف (time_precision 1).</translation>
    </message>
    <message>
        <source>The month is known (time_precision 3).</source>
        <translation>الشهر معروف (time_precision 3).</translation>
    </message>
    <message>
        <source>The named town or village; the coordinates stand for all of it (geo_precision 1).</source>
        <translation>البلدة أو القرية المسماة؛ والإحداثيات تمثلها كلها (geo_precision 1).</translation>
    </message>
    <message>
        <source>The week is known (time_precision 2).</source>
        <translation>الأسبوع معروف (time_precision 2).</translation>
    </message>
    <message>
        <source>The year is known.</source>
        <translation>السنة معروفة.</translation>
    </message>
    <message>
        <source>Violence by a weapon that strikes beyond the sight of those who use it, or by explosives.</source>
        <translation>عنف بسلاح يصيب ما لا يراه مستخدموه، أو بمتفجرات.</translation>
    </message>
    <message>
        <source>Violence by demonstrators or a mob who are not an organised armed group.</source>
        <translation>عنف من متظاهرين أو جمهرة ليسوا جماعة مسلحة منظمة.</translation>
    </message>
    <message>
        <source>What is heard distresses: screams, last words, blows.</source>
        <translation>ما يُسمع مؤلم: صرخات أو كلمات أخيرة أو ضربات.</translation>
    </message>
    <message>
        <source>Within about 1 kilometre.</source>
        <translation>في حدود كيلومتر واحد تقريبًا.</translation>
    </message>
    <message>
        <source>Within about 10 metres.</source>
        <translation>في حدود 10 أمتار تقريبًا.</translation>
    </message>
    <message>
        <source>Within about 100 metres.</source>
        <translation>في حدود 100 متر تقريبًا.</translation>
    </message>
    <message>
        <source>Wounds, blood or bodies can be made out.</source>
        <translation>يمكن تمييز جروح أو دماء أو جثث.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>لا مواد</numerusform>
            <numerusform>مادة واحدة</numerusform>
            <numerusform>مادتان</numerusform>
            <numerusform>%n مواد</numerusform>
            <numerusform>%n مادة</numerusform>
            <numerusform>%n مادة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>0 د</numerusform>
            <numerusform>1 د</numerusform>
            <numerusform>2 د</numerusform>
            <numerusform>%n د</numerusform>
            <numerusform>%n د</numerusform>
            <numerusform>%n د</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes left</source>
        <translation>
            <numerusform>لم يبقَ شيء</numerusform>
            <numerusform>بقيت دقيقة واحدة</numerusform>
            <numerusform>بقيت دقيقتان</numerusform>
            <numerusform>بقيت %n دقائق</numerusform>
            <numerusform>بقيت %n دقيقة</numerusform>
            <numerusform>بقيت %n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>مادة واحدة</translation>
    </message>
    <message>
        <source>1 minute left</source>
        <translation>بقيت دقيقة واحدة</translation>
    </message>
    <message>
        <source>: </source>
        <translation>: </translation>
    </message>
    <message>
        <source>A marker was set.</source>
        <translation>وُضعت علامة.</translation>
    </message>
    <message>
        <source>A region or marker was given another time.</source>
        <translation>أُعطي نطاق أو علامة وقتًا آخر.</translation>
    </message>
    <message>
        <source>A region was changed.</source>
        <translation>تغيّر نطاق.</translation>
    </message>
    <message>
        <source>A region was drawn.</source>
        <translation>رُسم نطاق.</translation>
    </message>
    <message>
        <source>A region was moved.</source>
        <translation>نُقل نطاق.</translation>
    </message>
    <message>
        <source>A region was removed.</source>
        <translation>أُزيل نطاق.</translation>
    </message>
    <message>
        <source>A reviewer gave an answer.</source>
        <translation>أعطى مراجِع إجابة.</translation>
    </message>
    <message>
        <source>All alike: {facts}.</source>
        <translation>كلها متماثلة: {facts}.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Camera is from</source>
        <translation>مصدر الكاميرا</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>المحتوى</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Date is from</source>
        <translation>مصدر التاريخ</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>مختلفتان</translation>
    </message>
    <message>
        <source>Done for {items} at once.</source>
        <translation>نُفّذ على {items} دفعة واحدة.</translation>
    </message>
    <message>
        <source>Found at</source>
        <translation>وُجدت في</translation>
    </message>
    <message>
        <source>Hold Space to look, Ctrl+Space to look at a part.</source>
        <translation>اضغط مفتاح المسافة باستمرار للنظر، أو Ctrl مع المسافة للنظر إلى جزء.</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>استيراد مجلد</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>استيراد ملفات</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>الحادثة</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>الحوادث</translation>
    </message>
    <message>
        <source>It does not show {old} after all.</source>
        <translation>تبيّن أنها لا تُظهر {old}.</translation>
    </message>
    <message>
        <source>It shows {new}.</source>
        <translation>تُظهر {new}.</translation>
    </message>
    <message>
        <source>It was exported to {bundle}.</source>
        <translation>صُدِّرت إلى {bundle}.</translation>
    </message>
    <message>
        <source>It was imported from {path}.</source>
        <translation>استُوردت من {path}.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>المادة</translation>
    </message>
    <message>
        <source>Its bytes were not there or not right, and were taken again from {path}.</source>
        <translation>لم تكن بياناتها موجودة أو صحيحة، فأُخذت من جديد من {path}.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Made again: {what}.</source>
        <translation>أُعيد: {what}.</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>كُتب بواسطة</translation>
    </message>
    <message>
        <source>No alignment found. That alone does not make the pictures different.</source>
        <translation>لم تُكتشف محاذاة. وهذا وحده لا يعني أن الصورتين مختلفتان.</translation>
    </message>
    <message>
        <source>No thumbnail was found inside the file.</source>
        <translation>لم توجد صورة مصغّرة داخل الملف.</translation>
    </message>
    <message>
        <source>Note: {new}</source>
        <translation>ملاحظة: {new}</translation>
    </message>
    <message>
        <source>Nothing was found for “{text}” with these filters.</source>
        <translation>لم يُعثر على شيء يطابق «{text}» مع عوامل التصفية هذه.</translation>
    </message>
    <message>
        <source>Nothing was found for “{text}”.</source>
        <translation>لم يُعثر على شيء يطابق «{text}».</translation>
    </message>
    <message>
        <source>Nothing was found with these filters.</source>
        <translation>لم يُعثر على شيء مع عوامل التصفية هذه.</translation>
    </message>
    <message>
        <source>Of its incident, the {what} went from {old} to {new}.</source>
        <translation>في حادثتها تغيّر {what} من {old} إلى {new}.</translation>
    </message>
    <message>
        <source>Of its place, the {what} went from {old} to {new}.</source>
        <translation>في مكانها تغيّر {what} من {old} إلى {new}.</translation>
    </message>
    <message>
        <source>Open a case folder</source>
        <translation>فتح مجلد قضية</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>أخرى</translation>
    </message>
    <message>
        <source>Pair {place} of {total} · {left} undecided</source>
        <translation>الزوج {place} من {total} · بقي {left} غير محسوم</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Place is from</source>
        <translation>مصدر المكان</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>الأماكن</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>نفسها</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>نموذج</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>عمليات البحث المحفوظة</translation>
    </message>
    <message>
        <source>Shown from {shown} of the original&apos;s {whole} pixels.</source>
        <translation>تُعرض من {shown} من بكسلات الأصل وعددها {whole}.</translation>
    </message>
    <message>
        <source>Sidecars</source>
        <translation>الملفات المرافقة</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>التُقطت</translation>
    </message>
    <message>
        <source>The case is open for reading only: an export is noted in its journal, so it must be writable.</source>
        <translation>القضية مفتوحة للقراءة فقط: والتصدير يُدوَّن في سجلها، فيجب أن تكون قابلة للكتابة.</translation>
    </message>
    <message>
        <source>The case “{path}” was open last and is not there any more, or its disk is not.</source>
        <translation>القضية «{path}» كانت آخر ما فُتح، وهي غير موجودة الآن أو قرصها غير موجود.</translation>
    </message>
    <message>
        <source>The cover of a region went from {old} to {new}.</source>
        <translation>تغيّر حجب نطاق من {old} إلى {new}.</translation>
    </message>
    <message>
        <source>The environment variable {name} sets the language.</source>
        <translation>يحدّد متغيّر البيئة {name} اللغة.</translation>
    </message>
    <message>
        <source>The file {path} was kept with it.</source>
        <translation>حُفظ معها الملف {path}.</translation>
    </message>
    <message>
        <source>The frame at {time} of item {parent} was kept as item {item}.</source>
        <translation>احتُفظ باللقطة عند {time} من المادة {parent} بوصفها المادة {item}.</translation>
    </message>
    <message>
        <source>The incident {new} was assigned.</source>
        <translation>أُسندت إليها الحادثة {new}.</translation>
    </message>
    <message>
        <source>The incident {new} was made.</source>
        <translation>أُنشئت الحادثة {new}.</translation>
    </message>
    <message>
        <source>The incident {old} was removed.</source>
        <translation>حُذفت الحادثة {old}.</translation>
    </message>
    <message>
        <source>The incident {old} was taken away.</source>
        <translation>أُزيلت عنها الحادثة {old}.</translation>
    </message>
    <message>
        <source>The marker {new} was set.</source>
        <translation>وُضعت العلامة {new}.</translation>
    </message>
    <message>
        <source>The note was taken away: {old}</source>
        <translation>أُزيلت الملاحظة: {old}</translation>
    </message>
    <message>
        <source>The place {new} was assigned.</source>
        <translation>أُسند إليها المكان {new}.</translation>
    </message>
    <message>
        <source>The place {new} was made.</source>
        <translation>أُنشئ المكان {new}.</translation>
    </message>
    <message>
        <source>The place {old} was removed.</source>
        <translation>حُذف المكان {old}.</translation>
    </message>
    <message>
        <source>The place {old} was taken away.</source>
        <translation>أُزيل عنها المكان {old}.</translation>
    </message>
    <message>
        <source>The program has not linked them.</source>
        <translation>لم يربط البرنامج بينها.</translation>
    </message>
    <message>
        <source>The region {new} was drawn.</source>
        <translation>رُسم النطاق {new}.</translation>
    </message>
    <message>
        <source>The review was settled.</source>
        <translation>حُسمت المراجعة.</translation>
    </message>
    <message>
        <source>The same file was found again at {path}.</source>
        <translation>وُجد الملف نفسه مرة أخرى في {path}.</translation>
    </message>
    <message>
        <source>The status went from {old} to {new}.</source>
        <translation>تغيّرت الحالة من {old} إلى {new}.</translation>
    </message>
    <message>
        <source>The tag {new} was added.</source>
        <translation>أُضيف الوسم {new}.</translation>
    </message>
    <message>
        <source>The tag {old} was taken away.</source>
        <translation>أُزيل الوسم {old}.</translation>
    </message>
    <message>
        <source>The thumbnail inside the file shows another picture, or another part of it. Editing can leave an old thumbnail behind.</source>
        <translation>الصورة المصغّرة داخل الملف تُظهر صورة أخرى أو جزءًا آخر منها. قد يترك التحرير صورة مصغّرة قديمة.</translation>
    </message>
    <message>
        <source>The thumbnail inside the file shows the same picture in another shape: one of them was cut or stretched.</source>
        <translation>الصورة المصغّرة داخل الملف تُظهر الصورة نفسها بأبعاد أخرى: إحداهما قُصّت أو مُطّت.</translation>
    </message>
    <message>
        <source>The thumbnail inside the file shows the same picture, turned or mirrored.</source>
        <translation>الصورة المصغّرة داخل الملف تُظهر الصورة نفسها، مدوّرة أو معكوسة.</translation>
    </message>
    <message>
        <source>The thumbnail inside the file shows the same picture.</source>
        <translation>الصورة المصغّرة داخل الملف تُظهر الصورة نفسها.</translation>
    </message>
    <message>
        <source>The verdict on this item and item {other} went from {old} to {new}.</source>
        <translation>تغيّر الحكم على هذه المادة والمادة {other} من {old} إلى {new}.</translation>
    </message>
    <message>
        <source>The warning went from {old} to {new}.</source>
        <translation>تغيّر التحذير من {old} إلى {new}.</translation>
    </message>
    <message>
        <source>The words of a region went from {old} to {new}.</source>
        <translation>تغيّرت كلمات نطاق من {old} إلى {new}.</translation>
    </message>
    <message>
        <source>There is a thumbnail inside the file, but it was not read. {reason}</source>
        <translation>توجد صورة مصغّرة داخل الملف، لكنها لم تُقرأ. {reason}</translation>
    </message>
    <message>
        <source>There is a thumbnail inside the file. Whether it shows the same can&apos;t be told: there is too little to compare.</source>
        <translation>توجد صورة مصغّرة داخل الملف. ولا يمكن القول أهي الصورة نفسها: فما يمكن مقارنته قليل جدًا.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Took back: {what}.</source>
        <translation>تم التراجع عن: {what}.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>غير محسوم</translation>
    </message>
    <message>
        <source>View only: {changes}. Backspace puts it back.</source>
        <translation>تغيّر العرض فقط: {changes}. مفتاح Backspace يعيده.</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>التحذير</translation>
    </message>
    <message>
        <source>a change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>a copy of it is covered</source>
        <translation>إحدى نسخها محجوبة</translation>
    </message>
    <message>
        <source>a stack of {count} copies; O opens it</source>
        <translation>كدسة من {count} من النسخ؛ O يفتحها</translation>
    </message>
    <message>
        <source>an open stack of {count} copies; O closes it</source>
        <translation>كدسة مفتوحة من {count} من النسخ؛ O يغلقها</translation>
    </message>
    <message>
        <source>end</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>اسم الملف</translation>
    </message>
    <message>
        <source>has a date</source>
        <translation>لها تاريخ</translation>
    </message>
    <message>
        <source>has a final answer</source>
        <translation>لها إجابة نهائية</translation>
    </message>
    <message>
        <source>has a position</source>
        <translation>لها إحداثيات</translation>
    </message>
    <message>
        <source>has copies</source>
        <translation>لها نسخ</translation>
    </message>
    <message>
        <source>has no copies</source>
        <translation>بلا نسخ</translation>
    </message>
    <message>
        <source>has no date</source>
        <translation>بلا تاريخ</translation>
    </message>
    <message>
        <source>has no position</source>
        <translation>بلا إحداثيات</translation>
    </message>
    <message>
        <source>has no problems</source>
        <translation>بلا مشكلات</translation>
    </message>
    <message>
        <source>has problems</source>
        <translation>فيها مشكلات</translation>
    </message>
    <message>
        <source>latitude</source>
        <translation>خط العرض</translation>
    </message>
    <message>
        <source>marker {name}</source>
        <translation>العلامة {name}</translation>
    </message>
    <message>
        <source>name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>no marker {name}</source>
        <translation>بلا العلامة {name}</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>الدقة</translation>
    </message>
    <message>
        <source>precision of the time</source>
        <translation>دقة الوقت</translation>
    </message>
    <message>
        <source>size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>taken from {since} to {until}</source>
        <translation>التُقطت من ⁦{since}⁩ إلى ⁦{until}⁩</translation>
    </message>
    <message>
        <source>taken in {time}</source>
        <translation>التُقطت في ⁦{time}⁩</translation>
    </message>
    <message>
        <source>taken since {time}</source>
        <translation>التُقطت منذ ⁦{time}⁩</translation>
    </message>
    <message>
        <source>taken until {time}</source>
        <translation>التُقطت حتى ⁦{time}⁩</translation>
    </message>
    <message>
        <source>within {km} km of {place}</source>
        <translation>ضمن {km} كم من {place}</translation>
    </message>
    <message>
        <source>{first} and {second} seem to be a still and its footage.</source>
        <translation>يبدو أن {first} و{second} صورة ثابتة ومقطعها.</translation>
    </message>
    <message>
        <source>{first} and {second} seem to be different pictures of the same scene.</source>
        <translation>يبدو أن {first} و{second} صورتان مختلفتان للمشهد نفسه.</translation>
    </message>
    <message>
        <source>{first} and {second} seem to be the same footage.</source>
        <translation>يبدو أن {first} و{second} مقطع واحد.</translation>
    </message>
    <message>
        <source>{first} and {second} seem to be the same picture.</source>
        <translation>يبدو أن {first} و{second} صورة واحدة.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«{text}»</translation>
    </message>
    <message>
        <source>another time of a region</source>
        <translation>وقت آخر لنطاق</translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>لا صفحات</numerusform>
            <numerusform>صفحة واحدة</numerusform>
            <numerusform>صفحتان</numerusform>
            <numerusform>%n صفحات</numerusform>
            <numerusform>%n صفحة</numerusform>
            <numerusform>%n صفحة</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>ا&amp;ستعراض…</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>صفحة واحدة</translation>
    </message>
    <message>
        <source>; </source>
        <translation>؛ </translation>
    </message>
    <message>
        <source>Aligned as mirrored: {points} matching points. {first} of the first picture is in the second, {second} of the second in the first; agreement {agreement} of 1.</source>
        <translation>تمت المحاذاة بعد عكس الصورة: {points} من النقاط المتطابقة. {first} من الصورة الأولى موجود في الثانية، و{second} من الثانية موجود في الأولى؛ التوافق {agreement} من 1.</translation>
    </message>
    <message>
        <source>Aligned as they were linked. {first} of the first picture is in the second, {second} of the second in the first.</source>
        <translation>الصورتان محاذاتان كما رُبطتا. {first} من الأولى موجود في الثانية، و{second} من الثانية موجود في الأولى.</translation>
    </message>
    <message>
        <source>Aligned: {points} matching points. {first} of the first picture is in the second, {second} of the second in the first; agreement {agreement} of 1.</source>
        <translation>تمت المحاذاة: {points} من النقاط المتطابقة. {first} من الصورة الأولى موجود في الثانية، و{second} من الثانية موجود في الأولى؛ التوافق {agreement} من 1.</translation>
    </message>
    <message>
        <source>Alike in the first and the second: {stretches}.</source>
        <translation>المتشابه في الأول والثاني: {stretches}.</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>كل المواد</translation>
    </message>
    <message>
        <source>Best copy: {name} – {reasons}.</source>
        <translation>أفضل نسخة: {name} – {reasons}.</translation>
    </message>
    <message>
        <source>Between them: {steps}.</source>
        <translation>الفرق بينهما: {steps}.</translation>
    </message>
    <message>
        <source>Covered items are left out.</source>
        <translation>المواد المحجوبة متروكة.</translation>
    </message>
    <message>
        <source>Evidence: {reason}.</source>
        <translation>الدليل: {reason}.</translation>
    </message>
    <message>
        <source>Filter: {filter}</source>
        <translation>التصفية: {filter}</translation>
    </message>
    <message>
        <source>From it to this one: {steps}.</source>
        <translation>منها إلى هذه: {steps}.</translation>
    </message>
    <message>
        <source>From this one to it: {steps}.</source>
        <translation>من هذه إليها: {steps}.</translation>
    </message>
    <message>
        <source>From {better} to {other}: {steps}.</source>
        <translation>من {better} إلى {other}: {steps}.</translation>
    </message>
    <message>
        <source>In the list {name}: the same file.</source>
        <translation>في القائمة {name}: الملف نفسه.</translation>
    </message>
    <message>
        <source>It was compared with another video, frame by frame.</source>
        <translation>قورنت بفيديو آخر، لقطةً بلقطة.</translation>
    </message>
    <message>
        <source>Known hashes</source>
        <translation>البصمات المعروفة</translation>
    </message>
    <message>
        <source>No copy has anything that this item has not.</source>
        <translation>ليس لدى أي نسخة ما ليس لدى هذه المادة.</translation>
    </message>
    <message>
        <source>Note of {name}</source>
        <translation>ملاحظة {name}</translation>
    </message>
    <message>
        <source>Nothing was printed: choose a place outside of the case folder.</source>
        <translation>لم يُطبع شيء: اختر موضعًا خارج مجلد القضية.</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>الصفحة {page} من {pages}</translation>
    </message>
    <message>
        <source>Possibly in the list {name}: its frame at {time}, {count} of {whole} bits differ.</source>
        <translation>قد تكون في القائمة {name}: لقطتها عند {time}، يختلف {count} من {whole} بت.</translation>
    </message>
    <message>
        <source>Possibly in the list {name}: {count} of {whole} bits differ.</source>
        <translation>قد تكون في القائمة {name}: يختلف {count} من {whole} بت.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>Printing was stopped; no file was written.</source>
        <translation>أُوقفت الطباعة؛ ولم يُكتب ملف.</translation>
    </message>
    <message>
        <source>Printing was stopped; the printer may print the pages that it has.</source>
        <translation>أُوقفت الطباعة؛ وقد تطبع الطابعة ما وصلها من صفحات.</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>مشكلة</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>حفظ بصيغة PDF</translation>
    </message>
    <message>
        <source>Selected: {items}</source>
        <translation>المحدَّد: {items}</translation>
    </message>
    <message>
        <source>The case holds more than has room here.</source>
        <translation>في القضية أكثر مما يتسع له هذا المكان.</translation>
    </message>
    <message>
        <source>The list is said to be of graphic pictures.</source>
        <translation>يقال إن صور هذه القائمة صادمة.</translation>
    </message>
    <message>
        <source>The reason: {new}</source>
        <translation>السبب: {new}</translation>
    </message>
    <message>
        <source>The verdict on this item and item {other} was given again: {new}.</source>
        <translation>أُعطي الحكم على هذه المادة والمادة {other} مرة أخرى: {new}.</translation>
    </message>
    <message>
        <source>They are in one group all the same, as each was said to be the same as item {items}.</source>
        <translation>هما في مجموعة واحدة مع ذلك، إذ قيل عن كل منهما إنه هو نفسه المادة {items}.</translation>
    </message>
    <message>
        <source>They are kept apart: items {a} and {b} were said to be different.</source>
        <translation>هما مفصولان: قيل إن المادتين {a} و{b} مختلفتان.</translation>
    </message>
    <message>
        <source>What is covered is printed as its cover.</source>
        <translation>يُطبع المحجوب محجوبًا.</translation>
    </message>
    <message>
        <source>a part of it</source>
        <translation>جزء منها</translation>
    </message>
    <message>
        <source>a part of this picture</source>
        <translation>جزء من هذه الصورة</translation>
    </message>
    <message>
        <source>a reviewer’s answer</source>
        <translation>إجابة مراجِع</translation>
    </message>
    <message>
        <source>a still and its footage</source>
        <translation>صورة ثابتة ومقطعها</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>كلها</translation>
    </message>
    <message>
        <source>another picture of the same scene</source>
        <translation>صورة أخرى للمشهد نفسه</translation>
    </message>
    <message>
        <source>answers agree</source>
        <translation>الإجابات متفقة</translation>
    </message>
    <message>
        <source>answers differ</source>
        <translation>الإجابات مختلفة</translation>
    </message>
    <message>
        <source>as the picture</source>
        <translation>كما في الصورة</translation>
    </message>
    <message>
        <source>asking {name} to review</source>
        <translation>طلب المراجعة من {name}</translation>
    </message>
    <message>
        <source>at another speed</source>
        <translation>بسرعة أخرى</translation>
    </message>
    <message>
        <source>bars added</source>
        <translation>أُضيفت أشرطة</translation>
    </message>
    <message>
        <source>bars added ({where})</source>
        <translation>أُضيفت أشرطة ({where})</translation>
    </message>
    <message>
        <source>bars added ({where}, {share})</source>
        <translation>أُضيفت أشرطة ({where}، {share})</translation>
    </message>
    <message>
        <source>beginning</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>مموّهة</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>أسفل</translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation>أسفل اليسار</translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation>أسفل اليمين</translation>
    </message>
    <message>
        <source>box</source>
        <translation>مستطيل</translation>
    </message>
    <message>
        <source>brightness or colours changed</source>
        <translation>تغيّر السطوع أو الألوان</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>لا يمكن قراءتها</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>مؤكدة</translation>
    </message>
    <message>
        <source>contradicting</source>
        <translation>متناقضة</translation>
    </message>
    <message>
        <source>copied into the case</source>
        <translation>منسوخ إلى القضية</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>محجوبة</translation>
    </message>
    <message>
        <source>covered: {why}</source>
        <translation>محجوبة: {why}</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>مقصوصة</translation>
    </message>
    <message>
        <source>cropped to {share}</source>
        <translation>مقصوصة إلى {share}</translation>
    </message>
    <message>
        <source>date taken</source>
        <translation>تاريخ الالتقاط</translation>
    </message>
    <message>
        <source>document</source>
        <translation>وثيقة</translation>
    </message>
    <message>
        <source>earliest: {time}</source>
        <translation>الأقدم: {time}</translation>
    </message>
    <message>
        <source>east</source>
        <translation>شرق</translation>
    </message>
    <message>
        <source>east-northeast</source>
        <translation>شرق شمال شرق</translation>
    </message>
    <message>
        <source>east-southeast</source>
        <translation>شرق جنوب شرق</translation>
    </message>
    <message>
        <source>enlarged to {share}</source>
        <translation>مكبّرة إلى {share}</translation>
    </message>
    <message>
        <source>final</source>
        <translation>نهائية</translation>
    </message>
    <message>
        <source>final answer of the review</source>
        <translation>الإجابة النهائية للمراجعة</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>لقطة</translation>
    </message>
    <message>
        <source>frame of</source>
        <translation>لقطة من</translation>
    </message>
    <message>
        <source>has EXIF</source>
        <translation>فيها EXIF</translation>
    </message>
    <message>
        <source>has camera data</source>
        <translation>فيها بيانات الكاميرا</translation>
    </message>
    <message>
        <source>has copies to judge</source>
        <translation>لها نسخ تنتظر حكمًا</translation>
    </message>
    <message>
        <source>has no copies to judge</source>
        <translation>ليس لها نسخ تنتظر حكمًا</translation>
    </message>
    <message>
        <source>has no others of its scene</source>
        <translation>ليس لها غيرها من مشهدها</translation>
    </message>
    <message>
        <source>has no possible copies</source>
        <translation>ليس لها نسخ محتملة</translation>
    </message>
    <message>
        <source>has others of its scene</source>
        <translation>لها غيرها من مشهدها</translation>
    </message>
    <message>
        <source>has possible copies</source>
        <translation>لها نسخ محتملة</translation>
    </message>
    <message>
        <source>imported first</source>
        <translation>استُوردت أولًا</translation>
    </message>
    <message>
        <source>in no list</source>
        <translation>ليست في أي قائمة</translation>
    </message>
    <message>
        <source>in or at {place}</source>
        <translation>في {place} أو عنده</translation>
    </message>
    <message>
        <source>incident {name}</source>
        <translation>الحادثة {name}</translation>
    </message>
    <message>
        <source>it and more around it</source>
        <translation>هي وما حولها</translation>
    </message>
    <message>
        <source>it takes no pages</source>
        <translation>لا تقبل أي صفحة</translation>
    </message>
    <message>
        <source>item {number}</source>
        <translation>المادة {number}</translation>
    </message>
    <message>
        <source>its video</source>
        <translation>مقطعها</translation>
    </message>
    <message>
        <source>largest: {width} × {height}</source>
        <translation>الأكبر: {width} × {height}</translation>
    </message>
    <message>
        <source>left</source>
        <translation>يسار</translation>
    </message>
    <message>
        <source>less than 1 min</source>
        <translation>أقل من دقيقة</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>بقيت أقل من دقيقة</translation>
    </message>
    <message>
        <source>levels changed</source>
        <translation>تغيّرت المستويات</translation>
    </message>
    <message>
        <source>likeness to the selected item</source>
        <translation>الشبه بالمادة المحدَّدة</translation>
    </message>
    <message>
        <source>likeness to {name}</source>
        <translation>الشبه بـ{name}</translation>
    </message>
    <message>
        <source>longest: {duration}</source>
        <translation>الأطول: {duration}</translation>
    </message>
    <message>
        <source>longitude</source>
        <translation>خط الطول</translation>
    </message>
    <message>
        <source>made grey</source>
        <translation>حُوّلت إلى الرمادي</translation>
    </message>
    <message>
        <source>marker</source>
        <translation>علامة</translation>
    </message>
    <message>
        <source>may have copies that are not confirmed</source>
        <translation>قد تكون لها نسخ غير مؤكدة</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>الوسط</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>معكوسة كالمرآة</translation>
    </message>
    <message>
        <source>mirrored left to right</source>
        <translation>معكوسة أفقيًا</translation>
    </message>
    <message>
        <source>mirrored left to right, then turned 90° to the left</source>
        <translation>معكوسة أفقيًا ثم مدوّرة 90° إلى اليسار</translation>
    </message>
    <message>
        <source>mirrored left to right, then turned 90° to the right</source>
        <translation>معكوسة أفقيًا ثم مدوّرة 90° إلى اليمين</translation>
    </message>
    <message>
        <source>mirrored top to bottom</source>
        <translation>معكوسة رأسيًا</translation>
    </message>
    <message>
        <source>more bytes for the same pixels than one other</source>
        <translation>بايتات أكثر من واحدة أخرى للبكسلات نفسها</translation>
    </message>
    <message>
        <source>more bytes for the same pixels than {number} others</source>
        <translation>بايتات أكثر من {number} أخرى للبكسلات نفسها</translation>
    </message>
    <message>
        <source>no EXIF read</source>
        <translation>لم يُقرأ EXIF</translation>
    </message>
    <message>
        <source>no bytes of its own</source>
        <translation>لا ملف لها</translation>
    </message>
    <message>
        <source>no camera</source>
        <translation>بلا كاميرا</translation>
    </message>
    <message>
        <source>no camera read</source>
        <translation>لم تُقرأ كاميرا</translation>
    </message>
    <message>
        <source>no date read</source>
        <translation>لم يُقرأ تاريخ</translation>
    </message>
    <message>
        <source>no incident</source>
        <translation>بلا حادثة</translation>
    </message>
    <message>
        <source>no incident {name}</source>
        <translation>بلا الحادثة {name}</translation>
    </message>
    <message>
        <source>no longer in this filter</source>
        <translation>خرجت من هذه التصفية</translation>
    </message>
    <message>
        <source>no longer shows {content}</source>
        <translation>لم تعد تُظهر {content}</translation>
    </message>
    <message>
        <source>no note {text}</source>
        <translation>بلا الملاحظة {text}</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>بلا صورة</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>بلا مكان</translation>
    </message>
    <message>
        <source>no place {name}</source>
        <translation>بلا المكان {name}</translation>
    </message>
    <message>
        <source>no position read</source>
        <translation>لم تُقرأ إحداثيات</translation>
    </message>
    <message>
        <source>no region {name}</source>
        <translation>بلا النطاق {name}</translation>
    </message>
    <message>
        <source>no review by {name}</source>
        <translation>لا مراجعة من {name}</translation>
    </message>
    <message>
        <source>no tag</source>
        <translation>بلا وسم</translation>
    </message>
    <message>
        <source>no tag {name}</source>
        <translation>بلا الوسم {name}</translation>
    </message>
    <message>
        <source>noise added</source>
        <translation>أُضيف تشويش</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>none is larger: {width} × {height}</source>
        <translation>لا أكبر منها: {width} × {height}</translation>
    </message>
    <message>
        <source>none of its own</source>
        <translation>لا بصمة خاصة بها</translation>
    </message>
    <message>
        <source>none: a sampled frame has no bytes of its own</source>
        <translation>لا أصل: اللقطة المأخوذة آليًا لا ملف لها</translation>
    </message>
    <message>
        <source>north</source>
        <translation>شمال</translation>
    </message>
    <message>
        <source>north-northeast</source>
        <translation>شمال شمال شرق</translation>
    </message>
    <message>
        <source>north-northwest</source>
        <translation>شمال شمال غرب</translation>
    </message>
    <message>
        <source>northeast</source>
        <translation>شمال شرق</translation>
    </message>
    <message>
        <source>northwest</source>
        <translation>شمال غرب</translation>
    </message>
    <message>
        <source>not covered</source>
        <translation>غير محجوبة</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>not reviewed by several</source>
        <translation>لم يراجعها عدة أشخاص</translation>
    </message>
    <message>
        <source>note of a region {text}</source>
        <translation>ملاحظة النطاق {text}</translation>
    </message>
    <message>
        <source>note {text}</source>
        <translation>الملاحظة {text}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>one other is cut from it</source>
        <translation>واحدة أخرى مقصوصة منها</translation>
    </message>
    <message>
        <source>one other is made from it</source>
        <translation>واحدة أخرى مصنوعة منها</translation>
    </message>
    <message>
        <source>only {items}</source>
        <translation>{items} فقط</translation>
    </message>
    <message>
        <source>order of import</source>
        <translation>ترتيب الاستيراد</translation>
    </message>
    <message>
        <source>part as the rest of the picture</source>
        <translation>الجزء كبقية الصورة</translation>
    </message>
    <message>
        <source>part {cover}</source>
        <translation>الجزء {cover}</translation>
    </message>
    <message>
        <source>path</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>place in words</source>
        <translation>المكان بالكلمات</translation>
    </message>
    <message>
        <source>place {name}</source>
        <translation>المكان {name}</translation>
    </message>
    <message>
        <source>polygon</source>
        <translation>مضلّع</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>محتملة</translation>
    </message>
    <message>
        <source>possible copy</source>
        <translation>نسخة محتملة</translation>
    </message>
    <message>
        <source>possibly a copy</source>
        <translation>نسخة محتملة</translation>
    </message>
    <message>
        <source>put into another picture</source>
        <translation>وُضعت داخل صورة أخرى</translation>
    </message>
    <message>
        <source>put into another picture, of which it takes {share}</source>
        <translation>وُضعت داخل صورة أخرى تشغل {share} منها</translation>
    </message>
    <message>
        <source>re-encoded</source>
        <translation>أُعيد ترميزها</translation>
    </message>
    <message>
        <source>region moved</source>
        <translation>نُقل النطاق</translation>
    </message>
    <message>
        <source>region now called {name}</source>
        <translation>صار اسم النطاق {name}</translation>
    </message>
    <message>
        <source>region without a label</source>
        <translation>نطاق بلا تسمية</translation>
    </message>
    <message>
        <source>region without a note</source>
        <translation>نطاق بلا ملاحظة</translation>
    </message>
    <message>
        <source>region {name}</source>
        <translation>النطاق {name}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>يمين</translation>
    </message>
    <message>
        <source>same file</source>
        <translation>الملف نفسه</translation>
    </message>
    <message>
        <source>same footage</source>
        <translation>المقطع نفسه</translation>
    </message>
    <message>
        <source>same picture</source>
        <translation>الصورة نفسها</translation>
    </message>
    <message>
        <source>same scene</source>
        <translation>المشهد نفسه</translation>
    </message>
    <message>
        <source>scaled</source>
        <translation>تغيّر قياسها</translation>
    </message>
    <message>
        <source>scaled to {share}</source>
        <translation>صُغّرت إلى {share}</translation>
    </message>
    <message>
        <source>seems to have others of its scene</source>
        <translation>يبدو أن لها غيرها من مشهدها</translation>
    </message>
    <message>
        <source>seen at an angle</source>
        <translation>منظورة من زاوية</translation>
    </message>
    <message>
        <source>sharpened</source>
        <translation>زيدت حدّتها</translation>
    </message>
    <message>
        <source>shifted</source>
        <translation>منزاحة</translation>
    </message>
    <message>
        <source>shifted by {share}</source>
        <translation>منزاحة بمقدار {share}</translation>
    </message>
    <message>
        <source>shows what they share in more pixels than one other</source>
        <translation>تُظهر المشترك ببكسلات أكثر من واحدة أخرى</translation>
    </message>
    <message>
        <source>shows what they share in more pixels than {number} others</source>
        <translation>تُظهر المشترك ببكسلات أكثر من {number} أخرى</translation>
    </message>
    <message>
        <source>shows {content}</source>
        <translation>تُظهر {content}</translation>
    </message>
    <message>
        <source>size not read</source>
        <translation>لم يُقرأ الحجم</translation>
    </message>
    <message>
        <source>something added</source>
        <translation>أُضيف شيء</translation>
    </message>
    <message>
        <source>something added ({where})</source>
        <translation>أُضيف شيء ({where})</translation>
    </message>
    <message>
        <source>something added ({where}, {share})</source>
        <translation>أُضيف شيء ({where}، {share})</translation>
    </message>
    <message>
        <source>something differs</source>
        <translation>شيء مختلف</translation>
    </message>
    <message>
        <source>something differs ({where})</source>
        <translation>شيء مختلف ({where})</translation>
    </message>
    <message>
        <source>something differs ({where}, {share})</source>
        <translation>شيء مختلف ({where}، {share})</translation>
    </message>
    <message>
        <source>south</source>
        <translation>جنوب</translation>
    </message>
    <message>
        <source>south-southeast</source>
        <translation>جنوب جنوب شرق</translation>
    </message>
    <message>
        <source>south-southwest</source>
        <translation>جنوب جنوب غرب</translation>
    </message>
    <message>
        <source>southeast</source>
        <translation>جنوب شرق</translation>
    </message>
    <message>
        <source>southwest</source>
        <translation>جنوب غرب</translation>
    </message>
    <message>
        <source>status {name}</source>
        <translation>الحالة {name}</translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation>الحالة {status}</translation>
    </message>
    <message>
        <source>stretched</source>
        <translation>ممطوطة</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>الملخص</translation>
    </message>
    <message>
        <source>tag {name}</source>
        <translation>الوسم {name}</translation>
    </message>
    <message>
        <source>the same file</source>
        <translation>الملف نفسه</translation>
    </message>
    <message>
        <source>the same footage</source>
        <translation>المقطع نفسه</translation>
    </message>
    <message>
        <source>the same picture</source>
        <translation>الصورة نفسها</translation>
    </message>
    <message>
        <source>this picture, and more around it</source>
        <translation>هذه الصورة وما حولها</translation>
    </message>
    <message>
        <source>to be redacted</source>
        <translation>سيُطمس</translation>
    </message>
    <message>
        <source>top</source>
        <translation>أعلى</translation>
    </message>
    <message>
        <source>top left</source>
        <translation>أعلى اليسار</translation>
    </message>
    <message>
        <source>top right</source>
        <translation>أعلى اليمين</translation>
    </message>
    <message>
        <source>town</source>
        <translation>البلدة</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>مدوّرة</translation>
    </message>
    <message>
        <source>turned 180°</source>
        <translation>مدوّرة 180°</translation>
    </message>
    <message>
        <source>turned 90° to the left</source>
        <translation>مدوّرة 90° إلى اليسار</translation>
    </message>
    <message>
        <source>turned 90° to the right</source>
        <translation>مدوّرة 90° إلى اليمين</translation>
    </message>
    <message>
        <source>turned {degrees}°</source>
        <translation>مدوّرة {degrees}°</translation>
    </message>
    <message>
        <source>turned {degrees}° clockwise</source>
        <translation>مدوّرة {degrees}° باتجاه عقارب الساعة</translation>
    </message>
    <message>
        <source>turned {degrees}° counter-clockwise</source>
        <translation>مدوّرة {degrees}° عكس اتجاه عقارب الساعة</translation>
    </message>
    <message>
        <source>type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>uncovered</source>
        <translation>مكشوفة</translation>
    </message>
    <message>
        <source>verdict {verdict}</source>
        <translation>الحكم {verdict}</translation>
    </message>
    <message>
        <source>video</source>
        <translation>فيديو</translation>
    </message>
    <message>
        <source>waits for answers</source>
        <translation>تنتظر إجابات</translation>
    </message>
    <message>
        <source>waits for your answer</source>
        <translation>بانتظار إجابتك</translation>
    </message>
    <message>
        <source>waits for {name}</source>
        <translation>بانتظار {name}</translation>
    </message>
    <message>
        <source>warning {level}</source>
        <translation>التحذير {level}</translation>
    </message>
    <message>
        <source>warning: {level}</source>
        <translation>التحذير: {level}</translation>
    </message>
    <message>
        <source>west</source>
        <translation>غرب</translation>
    </message>
    <message>
        <source>west-northwest</source>
        <translation>غرب شمال غرب</translation>
    </message>
    <message>
        <source>west-southwest</source>
        <translation>غرب جنوب غرب</translation>
    </message>
    <message>
        <source>what is known of the incident</source>
        <translation>ما يُعرف عن الحادثة</translation>
    </message>
    <message>
        <source>what is known of the place</source>
        <translation>ما يُعرف عن المكان</translation>
    </message>
    <message>
        <source>whether what a list of hashes names is graphic</source>
        <translation>هل ما تسمّيه قائمة بصمات صادم</translation>
    </message>
    <message>
        <source>{began} to {ended}</source>
        <translation>من {began} إلى {ended}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>و{count} غيرها</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} مفتوحة</translation>
    </message>
    <message>
        <source>{distance} {direction} of {place}</source>
        <translation>{distance} {direction} {place}</translation>
    </message>
    <message>
        <source>{first} = {second}</source>
        <translation>{first} = {second}</translation>
    </message>
    <message>
        <source>{first} and {second} are the same file.</source>
        <translation>{first} و{second} ملف واحد.</translation>
    </message>
    <message>
        <source>{first} and {second}: no verdict yet</source>
        <translation>{first} و{second}: لا حكم بعد</translation>
    </message>
    <message>
        <source>{first} and {second}: said to be different</source>
        <translation>{first} و{second}: قيل إنهما مختلفتان</translation>
    </message>
    <message>
        <source>{first} and {second}: said to be the same</source>
        <translation>{first} و{second}: قيل إنهما الشيء نفسه</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first} {second}</translation>
    </message>
    <message>
        <source>{hours} h {minutes}</source>
        <translation>{hours} س {minutes}</translation>
    </message>
    <message>
        <source>{level}: {content}</source>
        <translation>{level}: {content}</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} و{count} غيره</translation>
    </message>
    <message>
        <source>{name}: {count}</source>
        <translation>{name}: {count}</translation>
    </message>
    <message>
        <source>{name}: {said}</source>
        <translation>{name}: {said}</translation>
    </message>
    <message>
        <source>{name}: {values}</source>
        <translation>{name}: {values}</translation>
    </message>
    <message>
        <source>{new} was asked to review it.</source>
        <translation>طُلب من {new} أن يراجعها.</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{number} km</source>
        <translation>{number} كم</translation>
    </message>
    <message>
        <source>{number} m</source>
        <translation>{number} م</translation>
    </message>
    <message>
        <source>{number} others are cut from it</source>
        <translation>{number} أخرى مقصوصة منها</translation>
    </message>
    <message>
        <source>{number} others are made from it</source>
        <translation>{number} أخرى مصنوعة منها</translation>
    </message>
    <message>
        <source>{old} need not review it any more.</source>
        <translation>لم يعد على {old} أن يراجعها.</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{second} may be a copy of {first}, altered where they differ, or another picture of the same.</source>
        <translation>قد تكون {second} نسخة من {first} معدَّلة حيث تختلفان، أو صورة أخرى للشيء نفسه.</translation>
    </message>
    <message>
        <source>{second} may be a copy of {first}: neither confirmed nor ruled out.</source>
        <translation>قد تكون {second} نسخة من {first}: لم يتأكد ذلك ولم يُستبعد.</translation>
    </message>
    <message>
        <source>{second} shows a part of {first}.</source>
        <translation>تُظهر {second} جزءًا من {first}.</translation>
    </message>
    <message>
        <source>{second} shows {first} and more around or beside it.</source>
        <translation>تُظهر {second} صورة {first} وما حولها أو بجانبها.</translation>
    </message>
    <message>
        <source>{share} faster</source>
        <translation>أسرع بنسبة {share}</translation>
    </message>
    <message>
        <source>{share} slower</source>
        <translation>أبطأ بنسبة {share}</translation>
    </message>
    <message>
        <source>{time}  {note}</source>
        <translation>{time}  {note}</translation>
    </message>
    <message>
        <source>{time} · {actor}</source>
        <translation>‏⁦{time}⁩ · {actor}</translation>
    </message>
    <message>
        <source>{value} ({source})</source>
        <translation>{value} ({source})</translation>
    </message>
    <message>
        <source>{what} – {items}</source>
        <translation>{what} – {items}</translation>
    </message>
    <message>
        <source>{zoom}, fitted</source>
        <translation>{zoom}، بملاءمة الإطار</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Blink  B</source>
        <translation>تبديل وامض  B</translation>
    </message>
    <message>
        <source>Difference  X</source>
        <translation>الفرق  X</translation>
    </message>
    <message>
        <source>Next pair  Tab</source>
        <translation>الزوج التالي  Tab</translation>
    </message>
    <message>
        <source>Open this one  S</source>
        <translation>فتح هذه  S</translation>
    </message>
    <message>
        <source>Overlay  O</source>
        <translation>تراكب  O</translation>
    </message>
    <message>
        <source>Show the item that has the keyboard alone, footage where it is alike</source>
        <translation>إظهار المادة المحدّدة وحدها، والمقطع حيث يتشابه</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>جنبًا إلى جنب</translation>
    </message>
    <message>
        <source>{verdict}  {key}</source>
        <translation>{verdict}  {key}</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Comparing {count} items</source>
        <translation>مقارنة المواد ({count})</translation>
    </message>
    <message>
        <source>No other pair is undecided here.</source>
        <translation>لا زوج آخر غير محسوم هنا.</translation>
    </message>
    <message>
        <source>The case is open for reading only, so no verdict was written.</source>
        <translation>القضية مفتوحة للقراءة فقط، فلم يُكتب حكم.</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>No copy of this item is known: select another one with it to compare the two.</source>
        <translation>لا نسخة معروفة لهذه المادة: حدّد معها مادة أخرى لتقارن بينهما.</translation>
    </message>
    <message>
        <source>No link between copies waits for a verdict.</source>
        <translation>لا رابط بين نسخ ينتظر حكمًا.</translation>
    </message>
    <message>
        <source>Select two to four items to compare, or one that has copies.</source>
        <translation>حدّد من مادتين إلى أربع مواد للمقارنة، أو مادة واحدة لها نسخ.</translation>
    </message>
    <message>
        <source>Up to four items can be compared at a time: select two to four.</source>
        <translation>يمكن مقارنة أربع مواد على الأكثر في وقت واحد: حدّد من اثنتين إلى أربع.</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Map</source>
        <translation>الخريطة</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
</context>
<context>
    <name>EmbeddedPane</name>
    <message>
        <source>Inside the file</source>
        <translation>داخل الملف</translation>
    </message>
    <message>
        <source>Only photos carry a thumbnail inside their file.</source>
        <translation>الصور وحدها تحمل صورة مصغّرة داخل ملفها.</translation>
    </message>
    <message>
        <source>Thumbnail inside the file</source>
        <translation>الصورة المصغّرة داخل الملف</translation>
    </message>
    <message>
        <source>{count} of 64 bits differ</source>
        <translation>يختلف {count} من 64 بتًا</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Facts</source>
        <translation>الحقائق</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Histogram</source>
        <translation>المدرّج التكراري</translation>
    </message>
    <message>
        <source>Nothing to count: the picture is covered, or not there yet.</source>
        <translation>لا شيء يُحسب: الصورة محجوبة، أو لم تصل بعد.</translation>
    </message>
    <message>
        <source>{black} % is black, {white} % is white.</source>
        <translation>{black} % أسود، {white} % أبيض.</translation>
    </message>
</context>
<context>
    <name>Laying</name>
    <message>
        <source>Laying one over the other…</source>
        <translation>توضع إحداهما فوق الأخرى…</translation>
    </message>
    <message>
        <source>Looking for an alignment…</source>
        <translation>البحث عن محاذاة…</translation>
    </message>
    <message>
        <source>The pictures could not be aligned.</source>
        <translation>تعذّرت محاذاة الصورتين.</translation>
    </message>
    <message>
        <source>Without both pictures nothing can be aligned.</source>
        <translation>لا يمكن محاذاة شيء من دون الصورتين معًا.</translation>
    </message>
</context>
<context>
    <name>LevelsPanel</name>
    <message>
        <source>Black</source>
        <translation>الأسود</translation>
    </message>
    <message>
        <source>Blue alone</source>
        <translation>الأزرق وحده</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>التعريض</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>غاما</translation>
    </message>
    <message>
        <source>Green alone</source>
        <translation>الأخضر وحده</translation>
    </message>
    <message>
        <source>Greyscale</source>
        <translation>تدرّج رمادي</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>عكس الألوان</translation>
    </message>
    <message>
        <source>Levels and gamma</source>
        <translation>المستويات وغاما</translation>
    </message>
    <message>
        <source>Only the view is changed, never the picture.</source>
        <translation>يتغيّر العرض فقط، ولا تتغيّر الصورة أبدًا.</translation>
    </message>
    <message>
        <source>Red alone</source>
        <translation>الأحمر وحده</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>إعادة الضبط</translation>
    </message>
    <message>
        <source>White</source>
        <translation>الأبيض</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Map of the listed items</source>
        <translation>خريطة المواد المعروضة</translation>
    </message>
    <message>
        <source>{items} here, as a reviewer says</source>
        <translation>{items} هنا، بحسب أحد المراجِعين</translation>
    </message>
    <message>
        <source>{items} here, as the file itself says</source>
        <translation>{items} هنا، بحسب الملف نفسه</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Add a gazetteer</source>
        <translation>إضافة معجم أماكن</translation>
    </message>
    <message>
        <source>Add place names of your own: a GeoNames dump or a CSV</source>
        <translation>أضِف أسماء أماكن من عندك: ملف GeoNames أو CSV</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>كل مكان</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>ملاءمة</translation>
    </message>
    <message>
        <source>Fit the map to the items (F)</source>
        <translation>ملاءمة الخريطة للمواد (F)</translation>
    </message>
    <message>
        <source>Further away (-)</source>
        <translation>أبعد (-)</translation>
    </message>
    <message>
        <source>Gazetteer…</source>
        <translation>معجم الأماكن…</translation>
    </message>
    <message>
        <source>Lay a map file under the items</source>
        <translation>وضع ملف خريطة تحت المواد</translation>
    </message>
    <message>
        <source>Lay an MBTiles or PMTiles file under the items</source>
        <translation>وضع ملف MBTiles أو PMTiles تحت المواد</translation>
    </message>
    <message>
        <source>List items wherever they were taken</source>
        <translation>عرض المواد أينما التُقطت</translation>
    </message>
    <message>
        <source>List only items within the circle that fits this map</source>
        <translation>عرض المواد الواقعة في الدائرة التي تسعها هذه الخريطة فقط</translation>
    </message>
    <message>
        <source>Map files (*.mbtiles *.pmtiles);;All files (*)</source>
        <translation>ملفات الخرائط (*.mbtiles *.pmtiles);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Map file…</source>
        <translation>ملف خريطة…</translation>
    </message>
    <message>
        <source>Natural Earth · GeoNames</source>
        <translation>Natural Earth · GeoNames</translation>
    </message>
    <message>
        <source>Nearer (+)</source>
        <translation>أقرب (+)</translation>
    </message>
    <message>
        <source>No map file</source>
        <translation>بلا ملف خريطة</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>هنا فقط</translation>
    </message>
    <message>
        <source>Place names are being put together. This happens once and takes a moment.</source>
        <translation>يجري تجهيز أسماء الأماكن. يحدث ذلك مرة واحدة ويستغرق لحظات.</translation>
    </message>
    <message>
        <source>Show the program&apos;s own map alone</source>
        <translation>عرض خريطة البرنامج وحدها</translation>
    </message>
    <message>
        <source>The place names are being read.</source>
        <translation>تُقرأ أسماء الأماكن الآن.</translation>
    </message>
    <message>
        <source>{count} of {items} have a position; {without} have none.</source>
        <translation>{count} من {items} لها إحداثيات؛ و{without} بلا إحداثيات.</translation>
    </message>
    <message>
        <source>{count} place names were added.</source>
        <translation>أُضيف {count} من أسماء الأماكن.</translation>
    </message>
    <message>
        <source>{count} with a position, {without} without</source>
        <translation>{count} لها إحداثيات، و{without} بلا إحداثيات</translation>
    </message>
</context>
<context>
    <name>Over</name>
    <message>
        <source>Amplified [ ]</source>
        <translation>تضخيم [ ]</translation>
    </message>
    <message>
        <source>Both pictures in one</source>
        <translation>الصورتان في واحدة</translation>
    </message>
    <message>
        <source>Curtain &lt; &gt;</source>
        <translation>الستار &lt; &gt;</translation>
    </message>
    <message>
        <source>Hold Enter: the other one</source>
        <translation>اضغط Enter باستمرار: الصورة الأخرى</translation>
    </message>
    <message>
        <source>How much the difference is amplified</source>
        <translation>مقدار تضخيم الفرق</translation>
    </message>
    <message>
        <source>Level brightness  V</source>
        <translation>معادلة السطوع  V</translation>
    </message>
    <message>
        <source>Opacity [ ]</source>
        <translation>العتامة [ ]</translation>
    </message>
    <message>
        <source>Opacity of the second picture</source>
        <translation>عتامة الصورة الثانية</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>السرعة</translation>
    </message>
    <message>
        <source>Speed [ ]</source>
        <translation>السرعة [ ]</translation>
    </message>
    <message>
        <source>Where the second picture begins</source>
        <translation>أين تبدأ الصورة الثانية</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} ث</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share} %</translation>
    </message>
    <message>
        <source>×{times}</source>
        <translation>×{times}</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>Differs: {facts}</source>
        <translation>تختلف: {facts}</translation>
    </message>
    <message>
        <source>Documents are kept and described, but not shown here.</source>
        <translation>تُحفظ الوثائق وتوصَف، لكنها لا تُعرض هنا.</translation>
    </message>
    <message>
        <source>Frame at {time}. {facts}</source>
        <translation>اللقطة عند {time}. {facts}</translation>
    </message>
    <message>
        <source>No fact differs.</source>
        <translation>لا فرق في الحقائق.</translation>
    </message>
    <message>
        <source>No reason is known.</source>
        <translation>لا يُعرف سبب.</translation>
    </message>
    <message>
        <source>Picture {place}: {name}</source>
        <translation>الصورة {place}: {name}</translation>
    </message>
    <message>
        <source>The picture could not be shown.</source>
        <translation>تعذّر عرض الصورة.</translation>
    </message>
    <message>
        <source>This file can&apos;t be read. {reason}
Its original is kept as it is.</source>
        <translation>لا يمكن قراءة هذا الملف. {reason}
يبقى أصله كما هو.</translation>
    </message>
    <message>
        <source>{place}  {name}</source>
        <translation>{place}  {name}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back  G</source>
        <translation>رجوع  G</translation>
    </message>
    <message>
        <source>Views free  K</source>
        <translation>العرض حرّ  K</translation>
    </message>
    <message>
        <source>Views locked  K</source>
        <translation>العرض مقفل  K</translation>
    </message>
    <message>
        <source>Which undecided links</source>
        <translation>أي الروابط غير المحسومة</translation>
    </message>
    <message>
        <source>Which undecided links are gone through (D: the next kind)</source>
        <translation>أي الروابط غير المحسومة يُمرّ بها (D: النوع التالي)</translation>
    </message>
    <message>
        <source>{kind} ({count})</source>
        <translation>{kind} ({count})</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Region {label}: arrows move it, Enter edits its words, Delete removes it.</source>
        <translation>النطاق {label}: الأسهم تنقله، وEnter يحرّر كلماته، وDelete يزيله.</translation>
    </message>
</context>
<context>
    <name>Footage</name>
    <message>
        <source>This computer has no sound device that can be used: pictures play on without sound.</source>
        <translation>ليس في هذا الحاسوب جهاز صوت يمكن استخدامه: تُعرض الصور بلا صوت.</translation>
    </message>
    <message>
        <source>about frame {number}</source>
        <translation>نحو اللقطة {number}</translation>
    </message>
    <message>
        <source>frame {number} of {whole}</source>
        <translation>اللقطة {number} من {whole}</translation>
    </message>
</context>
<context>
    <name>MarkerList</name>
    <message>
        <source>Markers</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>{marker}
by {who}</source>
        <translation>{marker}
بواسطة {who}</translation>
    </message>
</context>
<context>
    <name>NoteLine</name>
    <message>
        <source>Marker at {time}</source>
        <translation>علامة عند {time}</translation>
    </message>
    <message>
        <source>Note of the marker</source>
        <translation>ملاحظة العلامة</translation>
    </message>
    <message>
        <source>What is to be seen here. Enter keeps the marker, Esc leaves it.</source>
        <translation>ما الذي يُرى هنا. Enter يحفظ العلامة، وEsc يتركها.</translation>
    </message>
</context>
<context>
    <name>RegionPanel</name>
    <message>
        <source>Cover this part wherever the picture is shown</source>
        <translation>حجب هذا الجزء حيثما تُعرض الصورة</translation>
    </message>
    <message>
        <source>Cover this part, and mark it for redaction. An export does not redact it yet: it says so.</source>
        <translation>حجب هذا الجزء وتعليمه للطمس. التصدير لا يطمسه بعد، ويقول ذلك.</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>محجوب</translation>
    </message>
    <message>
        <source>Ends at the time on show</source>
        <translation>ينتهي عند الوقت المعروض</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>None yet. Open the picture; B draws a box, P a polygon.</source>
        <translation>لا شيء بعد. افتح الصورة؛ B يرسم مستطيلًا وP مضلّعًا.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>الملاحظة</translation>
    </message>
    <message>
        <source>Regions and markers</source>
        <translation>النطاقات والعلامات</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Select one item to see its regions.</source>
        <translation>حدّد مادة واحدة لترى نطاقاتها.</translation>
    </message>
    <message>
        <source>Show this part although the picture is covered</source>
        <translation>إظهار هذا الجزء مع أن الصورة محجوبة</translation>
    </message>
    <message>
        <source>To be redacted</source>
        <translation>سيُطمس</translation>
    </message>
    <message>
        <source>Uncovered</source>
        <translation>مكشوف</translation>
    </message>
</context>
<context>
    <name>RegionWords</name>
    <message>
        <source>Label</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>Label of the region</source>
        <translation>تسمية النطاق</translation>
    </message>
    <message>
        <source>Note  (Tab); Enter saves</source>
        <translation>ملاحظة  (Tab)؛ Enter يحفظ</translation>
    </message>
    <message>
        <source>Note about the region</source>
        <translation>ملاحظة عن النطاق</translation>
    </message>
</context>
<context>
    <name>Regions</name>
    <message>
        <source>Box: drag, or arrows, Enter, arrows, Enter. Esc leaves it.</source>
        <translation>المستطيل: اسحب، أو الأسهم ثم Enter ثم الأسهم ثم Enter. مفتاح Esc يتركه.</translation>
    </message>
    <message>
        <source>Polygon: click its corners, or arrows and P. Double click or Enter closes it, Backspace takes a corner back, Esc leaves it.</source>
        <translation>المضلّع: انقر أركانه، أو الأسهم ثم P. النقر المزدوج أو Enter يغلقه، وBackspace يُرجع ركنًا، وEsc يتركه.</translation>
    </message>
    <message>
        <source>Regions are hidden. Shift+B shows them.</source>
        <translation>النطاقات مخفية. Shift+B يُظهرها.</translation>
    </message>
</context>
<context>
    <name>Scrub</name>
    <message>
        <source>Time in the video</source>
        <translation>الوقت في الفيديو</translation>
    </message>
</context>
<context>
    <name>TimelineCanvas</name>
    <message>
        <source>Timeline of the listed items</source>
        <translation>الخط الزمني للمواد المعروضة</translation>
    </message>
    <message>
        <source>highest bar: {items}</source>
        <translation>أعلى عمود: {items}</translation>
    </message>
    <message>
        <source>{items}, at some time of this day</source>
        <translation>{items}، في وقت ما من هذا اليوم</translation>
    </message>
    <message>
        <source>{items}, {span}</source>
        <translation>{items}، {span}</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>All times</source>
        <translation>كل الأوقات</translation>
    </message>
    <message>
        <source>Clock that times are shown by</source>
        <translation>الساعة التي تُعرض بها الأوقات</translation>
    </message>
    <message>
        <source>Each camera&apos;s own clock</source>
        <translation>ساعة كل كاميرا</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>ملاءمة</translation>
    </message>
    <message>
        <source>Fit the timeline to the items (F)</source>
        <translation>ملاءمة الخط الزمني للمواد (F)</translation>
    </message>
    <message>
        <source>Further away (-)</source>
        <translation>أبعد (-)</translation>
    </message>
    <message>
        <source>List items whenever they were taken</source>
        <translation>عرض المواد متى التُقطت</translation>
    </message>
    <message>
        <source>List only items of the chosen span, or of what is on show</source>
        <translation>عرض مواد المدة المختارة فقط، أو ما هو ظاهر</translation>
    </message>
    <message>
        <source>Nearer (+)</source>
        <translation>أقرب (+)</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>هذه فقط</translation>
    </message>
    <message>
        <source>The list goes by each camera&apos;s own clock: choose that one below first</source>
        <translation>تتبع القائمة ساعة كل كاميرا: اختر تلك أدناه أولًا</translation>
    </message>
    <message>
        <source>{dated} with a date ({unzoned} of unknown zone), {undated} without</source>
        <translation>{dated} لها تاريخ (منها {unzoned} لا تُعرف منطقتها الزمنية)، و{undated} بلا تاريخ</translation>
    </message>
    <message>
        <source>{items} with a date; the time zone is not known of {unzoned}; {undated} have no date.</source>
        <translation>{items} لها تاريخ؛ والمنطقة الزمنية غير معروفة في {unzoned}؛ و{undated} بلا تاريخ.</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Frame back  ,</source>
        <translation>اللقطة السابقة  ,</translation>
    </message>
    <message>
        <source>Frame on  .</source>
        <translation>اللقطة التالية  .</translation>
    </message>
    <message>
        <source>Keep this frame  S</source>
        <translation>الاحتفاظ بهذه اللقطة  S</translation>
    </message>
    <message>
        <source>Marker with a note  M</source>
        <translation>علامة مع ملاحظة  M</translation>
    </message>
    <message>
        <source>Pause  K</source>
        <translation>إيقاف مؤقت  K</translation>
    </message>
    <message>
        <source>Play  K</source>
        <translation>تشغيل  K</translation>
    </message>
    <message>
        <source>Play backwards, again: faster  J</source>
        <translation>تشغيل إلى الخلف، ومرة أخرى: أسرع  J</translation>
    </message>
    <message>
        <source>Play on, again: faster  L</source>
        <translation>تشغيل إلى الأمام، ومرة أخرى: أسرع  L</translation>
    </message>
    <message>
        <source>Sound  A</source>
        <translation>الصوت  A</translation>
    </message>
    <message>
        <source>Sound is off  A</source>
        <translation>الصوت مغلق  A</translation>
    </message>
    <message>
        <source>Sound is on  A</source>
        <translation>الصوت مفتوح  A</translation>
    </message>
    <message>
        <source>Sound is on, but silent at this speed or while covered  A</source>
        <translation>الصوت مفتوح، لكنه صامت عند هذه السرعة أو ما دامت محجوبة  A</translation>
    </message>
    <message>
        <source>Speed: &lt; slower, &gt; faster</source>
        <translation>السرعة: &lt; أبطأ، و&gt; أسرع</translation>
    </message>
    <message>
        <source>The sound of this video can&apos;t be read</source>
        <translation>لا يمكن قراءة صوت هذا الفيديو</translation>
    </message>
    <message>
        <source>This video has no sound</source>
        <translation>ليس في هذا الفيديو صوت</translation>
    </message>
    <message>
        <source>[ {began} – {ended} ]</source>
        <translation>[ {began} – {ended} ]</translation>
    </message>
    <message>
        <source>end</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>{speed}×</source>
        <translation>{speed}×</translation>
    </message>
    <message>
        <source>{speed}× backwards</source>
        <translation>{speed}× إلى الخلف</translation>
    </message>
    <message>
        <source>{time} of {whole}</source>
        <translation>{time} من {whole}</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>&amp;Order</source>
        <translation>ال&amp;ترتيب</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>مسح عوامل التصفية</translation>
    </message>
    <message>
        <source>Last first</source>
        <translation>الأخير أولًا</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Show copies as one cell (Shift+S); O opens it</source>
        <translation>عرض النسخ في خلية واحدة‏ (Shift+S)؛ O يفتحها</translation>
    </message>
    <message>
        <source>Size of the cells</source>
        <translation>حجم الخلايا</translation>
    </message>
    <message>
        <source>Size of the cells (Ctrl++ and Ctrl+−, or Ctrl and the wheel)</source>
        <translation>حجم الخلايا (Ctrl++ وCtrl+−، أو Ctrl مع العجلة)</translation>
    </message>
    <message>
        <source>Stacks</source>
        <translation>الكدسات</translation>
    </message>
    <message>
        <source>Take the filter away: {filter}</source>
        <translation>إزالة عامل التصفية: {filter}</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>Dates: none of these items has one</source>
        <translation>التواريخ: لا تاريخ لأي من هذه المواد</translation>
    </message>
    <message>
        <source>Dates: {count} from {first} to {last}; arrows choose, Enter filters</source>
        <translation>التواريخ: {count} من {first} إلى {last}؛ الأسهم تختار، وEnter يصفّي</translation>
    </message>
    <message>
        <source>no dates</source>
        <translation>لا تواريخ</translation>
    </message>
    <message>
        <source>{date}: {count}</source>
        <translation>{date}: {count}</translation>
    </message>
</context>
<context>
    <name>BulkEdit</name>
    <message>
        <source>    {items}: {old} → {new}</source>
        <translation>    {items}: من {old} إلى {new}</translation>
    </message>
    <message>
        <source>&amp;Incident</source>
        <translation>الحاد&amp;ثة</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>الم&amp;لاحظة</translation>
    </message>
    <message>
        <source>&amp;Warning</source>
        <translation>ال&amp;تحذير</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>ال&amp;مكان</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>إضافة ملاحظة</translation>
    </message>
    <message>
        <source>Add a place</source>
        <translation>إضافة مكان</translation>
    </message>
    <message>
        <source>Add an incident</source>
        <translation>إضافة حادثة</translation>
    </message>
    <message>
        <source>Add tags, several with commas</source>
        <translation>إضافة وسوم، بينها فواصل</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Change {items}</source>
        <translation>تغيير {items}</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>يُحسب…</translation>
    </message>
    <message>
        <source>Made first, for there is none of the name yet: {name}</source>
        <translation>يُنشأ أولًا، إذ لا شيء بهذا الاسم بعد: {name}</translation>
    </message>
    <message>
        <source>Nothing yet: choose what all these items are to get or lose.</source>
        <translation>لا شيء بعد: اختر ما تكسبه هذه المواد كلها أو تفقده.</translation>
    </message>
    <message>
        <source>S&amp;tatus</source>
        <translation>الحا&amp;لة</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>تُظهر</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>الو&amp;سوم</translation>
    </message>
    <message>
        <source>Take a place away</source>
        <translation>إزالة مكان</translation>
    </message>
    <message>
        <source>Take an incident away</source>
        <translation>إزالة حادثة</translation>
    </message>
    <message>
        <source>Take tags away</source>
        <translation>إزالة وسوم</translation>
    </message>
    <message>
        <source>Ticked: all get it. Empty: it is taken from all. Half ticked: as it is.</source>
        <translation>مربع معلَّم: يُضاف إلى المواد كلها. فارغ: يُزال عنها كلها. نصف معلَّم: يبقى كما هو.</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>ما سيتغيّر</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>كما هي</translation>
    </message>
    <message>
        <source>{count} sampled frames are left out: keep one with S to annotate it.</source>
        <translation>تُترك {count} من اللقطات المأخوذة آليًا: احتفظ بلقطة بالمفتاح S لتصفها.</translation>
    </message>
    <message>
        <source>{items} lose {what}: the new warning has no content.</source>
        <translation>{items} تفقد {what}: ليس للتحذير الجديد محتوى.</translation>
    </message>
    <message>
        <source>{items} will change. As wanted already: {same}.</source>
        <translation>ستتغيّر {items}. كما هو مطلوب من قبل: {same}.</translation>
    </message>
    <message>
        <source>{what}: {items}. As wanted already: {rest}.</source>
        <translation>{what}: {items}. كما هو مطلوب من قبل: {rest}.</translation>
    </message>
    <message>
        <source>{what}: {items}. Without it already: {rest}.</source>
        <translation>{what}: {items}. من دونه من قبل: {rest}.</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>2016-10-26</source>
        <translation>2016-10-26</translation>
    </message>
    <message>
        <source>A time as 2016, 2016-10, 2016-10-26 or 2016-10-26T11:30</source>
        <translation>وقت مثل 2016 أو ‎2016-10 أو ‎2016-10-26 أو ‎2016-10-26T11:30</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>كل التواريخ</translation>
    </message>
    <message>
        <source>Drag over the bars to choose a range</source>
        <translation>اسحب فوق الأعمدة لاختيار مدة</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Taken from</source>
        <translation>التُقطت منذ</translation>
    </message>
    <message>
        <source>Taken until</source>
        <translation>التُقطت حتى</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
</context>
<context>
    <name>Facet</name>
    <message>
        <source>Find in the list of {name}</source>
        <translation>البحث في قائمة {name}</translation>
    </message>
    <message>
        <source>Find in this list</source>
        <translation>البحث في هذه القائمة</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Clear filters</source>
        <translation>مسح عوامل التصفية</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>استيراد مجلد…</translation>
    </message>
    <message>
        <source>Importing: the first items appear here as soon as they are read.</source>
        <translation>يجري الاستيراد: تظهر هنا أولى المواد حالما تُقرأ.</translation>
    </message>
    <message>
        <source>Select the item first that the others are to be compared with.</source>
        <translation>حدّد أولًا المادة التي تُقارن بها المواد الأخرى.</translation>
    </message>
    <message>
        <source>The search “{name}” is forgotten.</source>
        <translation>نُسي البحث «{name}».</translation>
    </message>
    <message>
        <source>The search “{name}” is saved.</source>
        <translation>حُفظ البحث «{name}».</translation>
    </message>
    <message>
        <source>This case is empty. Drop a folder here, or import one with Ctrl+I.</source>
        <translation>هذه القضية فارغة. أفلِت مجلدًا هنا، أو استورد مجلدًا بالمفتاحين Ctrl+I.</translation>
    </message>
    <message>
        <source>{count} no longer in this filter; F5 takes them away</source>
        <translation>خرجت {count} من هذه التصفية؛ F5 يزيلها</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count} محدَّدة</translation>
    </message>
    <message>
        <source>{count} selected, with all that their closed stacks hold</source>
        <translation>{count} محدَّدة، مع كل ما في كدساتها المغلقة</translation>
    </message>
    <message>
        <source>{items} in {cells} cells</source>
        <translation>{items} في {cells} من الخلايا</translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message>
        <source>Ctrl+S saves the search on show.</source>
        <translation>لحفظ البحث المعروض: Ctrl+S</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>اسم البحث</translation>
    </message>
    <message>
        <source>Name of this search</source>
        <translation>اسم هذا البحث</translation>
    </message>
    <message>
        <source>Press Delete again to forget “{name}”.</source>
        <translation>اضغط Delete مرة أخرى لنسيان «{name}».</translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة تسمية</translation>
    </message>
</context>
<context>
    <name>IncidentForm</name>
    <message>
        <source>&amp;Began</source>
        <translation>ال&amp;بداية</translation>
    </message>
    <message>
        <source>&amp;Ended</source>
        <translation>ال&amp;نهاية</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>النو&amp;ع</translation>
    </message>
    <message>
        <source>As much of it as is known: 2016, 2016-10, 2016-10-26, 2016-10-26T11:30+03:00</source>
        <translation>ما يُعرف منه: 2016 أو 2016-10 أو 2016-10-26 أو 2016-10-26T11:30+03:00</translation>
    </message>
    <message>
        <source>P&amp;lace</source>
        <translation>ال&amp;مكان</translation>
    </message>
    <message>
        <source>Precision of the time</source>
        <translation>دقة الوقت</translation>
    </message>
    <message>
        <source>S&amp;ummary</source>
        <translation>الم&amp;لخص</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
</context>
<context>
    <name>Known</name>
    <message>
        <source>&amp;Incidents ({count})</source>
        <translation>الحواد&amp;ث ({count})</translation>
    </message>
    <message>
        <source>&amp;Places ({count})</source>
        <translation>الأما&amp;كن ({count})</translation>
    </message>
    <message>
        <source>Incidents and places</source>
        <translation>الحوادث والأماكن</translation>
    </message>
</context>
<context>
    <name>NounForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>What can&apos;t be so</source>
        <translation>ما لا يصلح</translation>
    </message>
</context>
<context>
    <name>NounPage</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;حذف</translation>
    </message>
    <message>
        <source>&amp;Merge into…</source>
        <translation>&amp;دمج في…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>ح&amp;فظ</translation>
    </message>
    <message>
        <source>Find in this list</source>
        <translation>البحث في هذه القائمة</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>المواد</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>Merge into another one</source>
        <translation>الدمج في غيره</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation>&amp;جديد</translation>
    </message>
    <message>
        <source>Only what no item bears can be deleted. Merging gives its items to another one.</source>
        <translation>لا يُحذف إلا ما لا تُنسب إليه أي مادة. والدمج ينقل مواده إلى غيره.</translation>
    </message>
    <message>
        <source>{items} will bear the one that is chosen here instead of {name}, which goes.</source>
        <translation>ستُنسب {items} إلى ما تختاره هنا بدلًا من {name}، ويُحذف {name}.</translation>
    </message>
</context>
<context>
    <name>PlaceForm</name>
    <message>
        <source>&amp;Coordinates</source>
        <translation>الإحداث&amp;يات</translation>
    </message>
    <message>
        <source>From the &amp;gazetteer</source>
        <translation>من م&amp;عجم الأماكن</translation>
    </message>
    <message>
        <source>In decimals: {position}</source>
        <translation>بالدرجات العشرية: {position}</translation>
    </message>
    <message>
        <source>Places of this name in the gazetteer</source>
        <translation>أماكن بهذا الاسم في معجم الأماكن</translation>
    </message>
    <message>
        <source>Precision of the coordinates</source>
        <translation>دقة الإحداثيات</translation>
    </message>
    <message>
        <source>no place of this name</source>
        <translation>لا مكان بهذا الاسم</translation>
    </message>
    <message>
        <source>{count} begin so: choose one</source>
        <translation>{count} تبدأ هكذا: اختر واحدًا</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>A directory of it can&apos;t be read.</source>
        <translation>لا يمكن قراءة أحد فهارسه.</translation>
    </message>
    <message>
        <source>A part of it can&apos;t be unpacked.</source>
        <translation>لا يمكن فك ضغط جزء منه.</translation>
    </message>
    <message>
        <source>A part of it is far larger than it says.</source>
        <translation>جزء منه أكبر بكثير مما يذكره.</translation>
    </message>
    <message>
        <source>A part of the picture is damaged ({detail}).</source>
        <translation>جزء من الصورة تالف ({detail}).</translation>
    </message>
    <message>
        <source>A part of the video can&apos;t be decoded ({detail}).</source>
        <translation>لا يمكن فك ترميز جزء من الفيديو ({detail}).</translation>
    </message>
    <message>
        <source>A tile of it can&apos;t be decoded.</source>
        <translation>لا يمكن فك ترميز إحدى بلاطاته.</translation>
    </message>
    <message>
        <source>A tile of it is larger than {count} pixels.</source>
        <translation>إحدى بلاطاته أكبر من {count} بكسل.</translation>
    </message>
    <message>
        <source>A tile of it is neither PNG, JPEG, WebP nor a vector tile.</source>
        <translation>إحدى بلاطاته ليست PNG ولا JPEG ولا WebP ولا بلاطة متجهية.</translation>
    </message>
    <message>
        <source>A tile of it is too big, or no tile.</source>
        <translation>إحدى بلاطاته أكبر مما يجوز، أو ليست بلاطة.</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>لا تتوفر ذاكرة كافية</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>انتهت مهلة الاتصال</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>الجهاز مشغول</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>المجلد ليس فارغًا</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>تجاوزت حصتك من القرص</translation>
    </message>
    <message>
        <source>End of file</source>
        <translation>انتهى الملف قبل أوانه</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>الملف موجود من قبل</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>اسم الملف أطول مما يجوز</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>الملف أكبر مما يجوز</translation>
    </message>
    <message>
        <source>Host is down</source>
        <translation>الجهاز المضيف لا يعمل</translation>
    </message>
    <message>
        <source>Importing it was cancelled.</source>
        <translation>أُلغي استيراده.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>خطأ في القراءة أو الكتابة</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>قيمة غير صالحة</translation>
    </message>
    <message>
        <source>Invalid data found when processing input</source>
        <translation>فيه بيانات غير صالحة</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>هو مجلد</translation>
    </message>
    <message>
        <source>It can&apos;t be opened ({detail}); check its permissions.</source>
        <translation>لا يمكن فتحه ({detail})؛ تحقق من أذوناته.</translation>
    </message>
    <message>
        <source>It can&apos;t be played on ({detail}).</source>
        <translation>لا يمكن متابعة تشغيله ({detail}).</translation>
    </message>
    <message>
        <source>It can&apos;t be reached ({detail}); check its permissions.</source>
        <translation>لا يمكن الوصول إليه ({detail})؛ تحقق من أذوناته.</translation>
    </message>
    <message>
        <source>It can&apos;t be read ({detail}); check the drive.</source>
        <translation>لا يمكن قراءته ({detail})؛ تحقق من القرص.</translation>
    </message>
    <message>
        <source>It can&apos;t be read as MBTiles: {detail}.</source>
        <translation>لا يمكن قراءته بصيغة MBTiles: {detail}.</translation>
    </message>
    <message>
        <source>It changed while it was read; import it again when nothing writes to it.</source>
        <translation>تغيّر أثناء قراءته؛ استورده مرة أخرى حين لا يكتب فيه شيء.</translation>
    </message>
    <message>
        <source>It does not say which zooms it has.</source>
        <translation>لا يذكر درجات التقريب التي فيه.</translation>
    </message>
    <message>
        <source>It is a device, not a file.</source>
        <translation>هو جهاز وليس ملفًا.</translation>
    </message>
    <message>
        <source>It is a pipe, not a file.</source>
        <translation>هو أنبوب وليس ملفًا.</translation>
    </message>
    <message>
        <source>It is a socket, not a file.</source>
        <translation>هو مقبس وليس ملفًا.</translation>
    </message>
    <message>
        <source>It is a symbolic link; import what it points to.</source>
        <translation>هو رابط رمزي؛ استورد ما يشير إليه.</translation>
    </message>
    <message>
        <source>It is neither MBTiles nor PMTiles (version 3).</source>
        <translation>ليس MBTiles ولا PMTiles (الإصدار 3).</translation>
    </message>
    <message>
        <source>It is neither photo nor video.</source>
        <translation>ليس صورة ولا فيديو.</translation>
    </message>
    <message>
        <source>It is no regular file.</source>
        <translation>ليس ملفًا عاديًا.</translation>
    </message>
    <message>
        <source>It is no regular file; copy its contents to a file to import them.</source>
        <translation>ليس ملفًا عاديًا؛ انسخ محتواه إلى ملف لاستيراده.</translation>
    </message>
    <message>
        <source>It is not stored as JPEG.</source>
        <translation>ليست محفوظة بصيغة JPEG.</translation>
    </message>
    <message>
        <source>It is this case&apos;s own folder.</source>
        <translation>هو مجلد هذه القضية نفسها.</translation>
    </message>
    <message>
        <source>It lies in this case&apos;s own folder; move it out to import it.</source>
        <translation>هو في مجلد هذه القضية نفسها؛ انقله خارجها لاستيراده.</translation>
    </message>
    <message>
        <source>It names no place with a latitude and a longitude.</source>
        <translation>لا يذكر أي مكان له خط عرض وخط طول.</translation>
    </message>
    <message>
        <source>It points to where it has nothing.</source>
        <translation>يشير إلى موضع لا شيء فيه.</translation>
    </message>
    <message>
        <source>It was there when the folder was read and is gone now.</source>
        <translation>كان هناك حين قُرئ المجلد، وهو غير موجود الآن.</translation>
    </message>
    <message>
        <source>Its bytes are missing or are no JPEG.</source>
        <translation>بياناتها مفقودة أو ليست JPEG.</translation>
    </message>
    <message>
        <source>Its contents could not be read ({detail}).</source>
        <translation>تعذّرت قراءة محتواه ({detail}).</translation>
    </message>
    <message>
        <source>Its directories are packed in a way that is not read here.</source>
        <translation>فهارسه مضغوطة بطريقة لا تُقرأ هنا.</translation>
    </message>
    <message>
        <source>Its first line names no columns “name”, “latitude” and “longitude”.</source>
        <translation>لا يذكر سطره الأول الأعمدة &quot;name&quot; و&quot;latitude&quot; و&quot;longitude&quot;.</translation>
    </message>
    <message>
        <source>Its frames are bigger than was said.</source>
        <translation>لقطاته أكبر مما ذُكر.</translation>
    </message>
    <message>
        <source>Its header can&apos;t be read.</source>
        <translation>لا يمكن قراءة ترويسته.</translation>
    </message>
    <message>
        <source>Its tiles are packed in a way that is not read here.</source>
        <translation>بلاطاته مضغوطة بطريقة لا تُقرأ هنا.</translation>
    </message>
    <message>
        <source>LibRaw can&apos;t read it.</source>
        <translation>لا يستطيع LibRaw قراءتها.</translation>
    </message>
    <message>
        <source>Line {line} could not be read: {detail}.</source>
        <translation>تعذّرت قراءة السطر {line}: {detail}.</translation>
    </message>
    <message>
        <source>No frame of the video can be decoded.</source>
        <translation>لا يمكن فك ترميز أي لقطة من الفيديو.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>لم تبق مساحة على القرص</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>لا يوجد جهاز كهذا</translation>
    </message>
    <message>
        <source>No such device or address</source>
        <translation>لا يوجد جهاز أو عنوان كهذا</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>لا يوجد ملف أو مجلد كهذا</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>ليس مجلدًا</translation>
    </message>
    <message>
        <source>Not looked for: {names}.</source>
        <translation>لم يُبحث عن: {names}.</translation>
    </message>
    <message>
        <source>Only the preview in the RAW file could be read (LibRaw: {detail}).</source>
        <translation>لم تُمكن قراءة شيء من ملف RAW إلا المعاينة التي فيه (LibRaw: {detail}).</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>العملية غير مسموح بها</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>لا إذن لك بذلك</translation>
    </message>
    <message>
        <source>Playing it crashed the player.</source>
        <translation>تعطّل المشغّل عند تشغيله.</translation>
    </message>
    <message>
        <source>Playing it needs more memory than a file may take.</source>
        <translation>يحتاج تشغيله إلى ذاكرة أكبر مما يُسمح به لملف.</translation>
    </message>
    <message>
        <source>Playing it took too long and was given up.</source>
        <translation>طال تشغيله أكثر مما ينبغي فأُوقف.</translation>
    </message>
    <message>
        <source>Previews of HEIF&apos;s own kind are not read.</source>
        <translation>المعاينات التي يحفظها HEIF بطريقته لا تُقرأ.</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>القرص للقراءة فقط</translation>
    </message>
    <message>
        <source>Reading it crashed the reader (exit code {code}).</source>
        <translation>انهار القارئ أثناء قراءته (رمز الخروج {code}).</translation>
    </message>
    <message>
        <source>Reading it crashed the reader.</source>
        <translation>انهار القارئ أثناء قراءته.</translation>
    </message>
    <message>
        <source>Reading it gave an implausible answer ({detail}).</source>
        <translation>أعطت قراءته نتيجة لا تُصدَّق ({detail}).</translation>
    </message>
    <message>
        <source>Reading it needs more memory than a file may take.</source>
        <translation>تحتاج قراءته إلى ذاكرة أكبر مما يُسمح به لملف.</translation>
    </message>
    <message>
        <source>Reading it took too long and was given up.</source>
        <translation>استغرقت قراءته وقتًا أطول مما ينبغي فأُوقفت.</translation>
    </message>
    <message>
        <source>Reading it was cancelled.</source>
        <translation>أُلغيت قراءته.</translation>
    </message>
    <message>
        <source>SVG is a format that is kept but not opened: it can refer to other files.</source>
        <translation>صيغة SVG تُحفظ ولا تُفتح: فقد تحيل إلى ملفات أخرى.</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>لم يعد الملف متاحًا على الخادم</translation>
    </message>
    <message>
        <source>The EXIF block can&apos;t be read.</source>
        <translation>لا يمكن قراءة كتلة EXIF.</translation>
    </message>
    <message>
        <source>The RAW file can&apos;t be read ({detail}), and it holds no readable preview.</source>
        <translation>لا يمكن قراءة ملف RAW ({detail})، وليس فيه معاينة مقروءة.</translation>
    </message>
    <message>
        <source>The RAW file can&apos;t be read ({detail}).</source>
        <translation>لا يمكن قراءة ملف RAW ({detail}).</translation>
    </message>
    <message>
        <source>The date in {tag} ({text}) is before the first photograph.</source>
        <translation>التاريخ في {tag} ({text}) سابق لأول صورة فوتوغرافية.</translation>
    </message>
    <message>
        <source>The date in {tag} ({text}) is in the future.</source>
        <translation>التاريخ في {tag} ({text}) في المستقبل.</translation>
    </message>
    <message>
        <source>The date in {tag} ({text}) is in {year}, from which devices count whose clock was never set.</source>
        <translation>التاريخ في {tag} ({text}) يقع في سنة {year}، ومنها تبدأ العدّ الأجهزةُ التي لم تُضبط ساعتها قط.</translation>
    </message>
    <message>
        <source>The directory of the thumbnail is cut off.</source>
        <translation>فهرس الصورة المصغّرة مبتور.</translation>
    </message>
    <message>
        <source>The file ends early: only a part of the picture is there.</source>
        <translation>ينتهي الملف قبل أوانه: لا يوجد إلا جزء من الصورة.</translation>
    </message>
    <message>
        <source>The file holds no JPEG XL picture.</source>
        <translation>ليس في الملف صورة JPEG XL.</translation>
    </message>
    <message>
        <source>The file holds no moving picture that can be decoded.</source>
        <translation>ليس في الملف صورة متحركة يمكن فك ترميزها.</translation>
    </message>
    <message>
        <source>The file is empty: it holds no bytes at all.</source>
        <translation>الملف فارغ: ليس فيه أي بيانات.</translation>
    </message>
    <message>
        <source>The file is named {extension}, but it is an SVG drawing, which is not opened.</source>
        <translation>اسم الملف ينتهي بـ {extension}، لكنه رسم SVG، وهو لا يُفتح.</translation>
    </message>
    <message>
        <source>The file is named {extension}, but its content is not of that kind.</source>
        <translation>اسم الملف ينتهي بـ {extension}، لكن محتواه ليس من هذا النوع.</translation>
    </message>
    <message>
        <source>The file that it belongs to was not imported.</source>
        <translation>الملف الذي يتبعه لم يُستورد.</translation>
    </message>
    <message>
        <source>The folder can&apos;t be read ({detail}); check its permissions.</source>
        <translation>لا يمكن قراءة المجلد ({detail})؛ تحقق من أذوناته.</translation>
    </message>
    <message>
        <source>The photo is too big to open safely: its file has {size} MB.</source>
        <translation>الصورة أكبر من أن تُفتح بأمان: حجم ملفها {size} ميغابايت.</translation>
    </message>
    <message>
        <source>The picture can&apos;t be decoded ({detail}).</source>
        <translation>لا يمكن فك ترميز الصورة ({detail}).</translation>
    </message>
    <message>
        <source>The picture is too big to open safely: it says that it has billions of pixels.</source>
        <translation>الصورة أكبر من أن تُفتح بأمان: تقول إن فيها مليارات البكسلات.</translation>
    </message>
    <message>
        <source>The picture is too big to open safely: it says that it has {size} pixels.</source>
        <translation>الصورة أكبر من أن تُفتح بأمان: تقول إن أبعادها {size} بكسل.</translation>
    </message>
    <message>
        <source>The picture needs more memory than a decoder is given.</source>
        <translation>تحتاج الصورة إلى ذاكرة أكبر مما يُعطى لمفكّك الترميز.</translation>
    </message>
    <message>
        <source>The picture says that it has no pixels.</source>
        <translation>تقول الصورة إنه ليس فيها بكسلات.</translation>
    </message>
    <message>
        <source>The picture&apos;s header can&apos;t be read as {format}.</source>
        <translation>لا يمكن قراءة ترويسة الصورة بصيغة {format}.</translation>
    </message>
    <message>
        <source>The player said what can&apos;t be, and was ended.</source>
        <translation>أجاب المشغّل بما لا يصح فأُنهي.</translation>
    </message>
    <message>
        <source>The position in {source} is not believed: {position}.</source>
        <translation>الإحداثيات في {source} لا تُصدَّق: {position}.</translation>
    </message>
    <message>
        <source>The video can&apos;t be opened ({detail}).</source>
        <translation>لا يمكن فتح الفيديو ({detail}).</translation>
    </message>
    <message>
        <source>The video can&apos;t be read ({detail}).</source>
        <translation>لا يمكن قراءة الفيديو ({detail}).</translation>
    </message>
    <message>
        <source>The video can&apos;t be read there ({detail}).</source>
        <translation>لا يمكن قراءة الفيديو عند ذلك الموضع ({detail}).</translation>
    </message>
    <message>
        <source>The video ends before that time.</source>
        <translation>ينتهي الفيديو قبل ذلك الوقت.</translation>
    </message>
    <message>
        <source>The video ends early: it says that it lasts {whole} s, and ends at {end} s.</source>
        <translation>ينتهي الفيديو قبل أوانه: يذكر أن مدته {whole} ث، وينتهي عند {end} ث.</translation>
    </message>
    <message>
        <source>The video has more frames to sample than {count}: they were thinned out evenly.</source>
        <translation>في الفيديو لقطات تصلح للأخذ أكثر من {count}: فأُخذ بعضها موزَّعًا بالتساوي.</translation>
    </message>
    <message>
        <source>The video is too big to open safely: {size} pixels.</source>
        <translation>الفيديو أكبر من أن يُفتح بأمان: {size} بكسل.</translation>
    </message>
    <message>
        <source>There is no such file; check the path.</source>
        <translation>لا ملف كهذا؛ تحقق من المسار.</translation>
    </message>
    <message>
        <source>This format is kept but not opened.</source>
        <translation>هذه الصيغة تُحفظ ولا تُفتح.</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>سلسلة الروابط الرمزية أطول مما يجوز</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>الملفات المفتوحة أكثر مما يجوز</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>انقطع الاتصال بالقرص</translation>
    </message>
    <message>
        <source>What it says of itself can&apos;t be read.</source>
        <translation>لا يمكن قراءة ما يذكره عن نفسه.</translation>
    </message>
    <message>
        <source>a quotation mark in it is not closed</source>
        <translation>فيه علامة اقتباس لم تُغلق</translation>
    </message>
    <message>
        <source>attempt to write a readonly database</source>
        <translation>قاعدة البيانات للقراءة فقط</translation>
    </message>
    <message>
        <source>but other things move in a part of the picture</source>
        <translation>لكن أشياء أخرى تتحرك في جزء من الصورة</translation>
    </message>
    <message>
        <source>can&apos;t be read ({detail})</source>
        <translation>لا يمكن قراءته ({detail})</translation>
    </message>
    <message>
        <source>can&apos;t be read ({detail}); it belongs to item {item}</source>
        <translation>لا يمكن قراءته ({detail})؛ وهو يتبع المادة {item}</translation>
    </message>
    <message>
        <source>database disk image is malformed</source>
        <translation>قاعدة البيانات تالفة</translation>
    </message>
    <message>
        <source>disk I/O error</source>
        <translation>خطأ في قراءة القرص أو الكتابة عليه</translation>
    </message>
    <message>
        <source>file is not a database</source>
        <translation>الملف ليس قاعدة بيانات</translation>
    </message>
    <message>
        <source>frame at {seconds} s</source>
        <translation>اللقطة عند {seconds} ث</translation>
    </message>
    <message>
        <source>in {count} parts</source>
        <translation>في {count} أجزاء</translation>
    </message>
    <message>
        <source>is a link or a device, not a plain file</source>
        <translation>رابط أو جهاز، لا ملف عادي</translation>
    </message>
    <message>
        <source>is missing; it belongs to item {item}</source>
        <translation>مفقود؛ وهو يتبع المادة {item}</translation>
    </message>
    <message>
        <source>it has more than {count} MB</source>
        <translation>حجمه أكثر من {count} م.ب</translation>
    </message>
    <message>
        <source>it has more than {count} rows</source>
        <translation>فيه أكثر من {count} صف</translation>
    </message>
    <message>
        <source>it is longer than {count} characters</source>
        <translation>هو أطول من {count} حرف</translation>
    </message>
    <message>
        <source>it is no regular file of at most 4 GB</source>
        <translation>ليس ملفًا عاديًا حجمه 4 غيغابايت على الأكثر</translation>
    </message>
    <message>
        <source>it is not a plain file</source>
        <translation>ليس ملفًا عاديًا</translation>
    </message>
    <message>
        <source>it is not a video</source>
        <translation>ليس فيديو</translation>
    </message>
    <message>
        <source>it must be opened for writing once to bring it up to date</source>
        <translation>يجب فتحها للكتابة مرة واحدة لتحديثها</translation>
    </message>
    <message>
        <source>item {item} ({digest}) is here, but the journal does not tell how</source>
        <translation>المادة {item} ({digest}) موجودة هنا، لكن السجل لا يذكر كيف</translation>
    </message>
    <message>
        <source>its SHA-256 is another one now</source>
        <translation>بصمته SHA-256 تغيّرت الآن</translation>
    </message>
    <message>
        <source>its database is not what was written</source>
        <translation>قاعدة بياناتها ليست كما كُتبت</translation>
    </message>
    <message>
        <source>its first line is a hash and does not say of which kind</source>
        <translation>سطره الأول بصمة ولا يقول من أي نوع هي</translation>
    </message>
    <message>
        <source>its first line is not one of a CSV</source>
        <translation>سطره الأول ليس سطر CSV</translation>
    </message>
    <message>
        <source>its first line names no column of SHA-256, pHash or PDQ hashes</source>
        <translation>سطره الأول لا يسمّي عمودًا لبصمات SHA-256 أو pHash أو PDQ</translation>
    </message>
    <message>
        <source>its reader answered nonsense</source>
        <translation>أجاب قارئه بما لا معنى له</translation>
    </message>
    <message>
        <source>looks alike</source>
        <translation>المظهر متشابه</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>معكوسة كالمرآة</translation>
    </message>
    <message>
        <source>mirrored and turned 90° clockwise</source>
        <translation>معكوسة كالمرآة ومدوّرة 90° باتجاه عقارب الساعة</translation>
    </message>
    <message>
        <source>mirrored and turned 90° counter-clockwise</source>
        <translation>معكوسة كالمرآة ومدوّرة 90° عكس اتجاه عقارب الساعة</translation>
    </message>
    <message>
        <source>mirrored top to bottom</source>
        <translation>معكوسة رأسيًا</translation>
    </message>
    <message>
        <source>no hash stands in it</source>
        <translation>ليست فيه أي بصمة</translation>
    </message>
    <message>
        <source>no hash was found in it</source>
        <translation>لم تُوجد فيه أي بصمة</translation>
    </message>
    <message>
        <source>no hash was found in it. {detail}</source>
        <translation>لم تُوجد فيه أي بصمة. {detail}</translation>
    </message>
    <message>
        <source>no more than an opening or a closing</source>
        <translation>ليس أكثر من مقدّمة أو خاتمة</translation>
    </message>
    <message>
        <source>no numbers</source>
        <translation>لا أرقام</translation>
    </message>
    <message>
        <source>nothing moves in it</source>
        <translation>لا شيء يتحرك فيه</translation>
    </message>
    <message>
        <source>row {row} of the journal tells of importing {digest}, which is no item</source>
        <translation>يذكر السطر {row} من السجل استيراد {digest}، ولا مادة كهذه</translation>
    </message>
    <message>
        <source>rows of its database point to nothing</source>
        <translation>سطور في قاعدة بياناتها تشير إلى لا شيء</translation>
    </message>
    <message>
        <source>said by a reviewer</source>
        <translation>قال ذلك مراجِع</translation>
    </message>
    <message>
        <source>so times can&apos;t be compared</source>
        <translation>فلا يمكن مقارنة الأوقات</translation>
    </message>
    <message>
        <source>the GPS time</source>
        <translation>وقت GPS</translation>
    </message>
    <message>
        <source>the container</source>
        <translation>الحاوية</translation>
    </message>
    <message>
        <source>the file&apos;s name</source>
        <translation>اسم الملف</translation>
    </message>
    <message>
        <source>the journal: row {row} does not follow from the row before it</source>
        <translation>السجل: السطر {row} لا يتبع السطر الذي قبله</translation>
    </message>
    <message>
        <source>the journal: row {row} is not a journal row</source>
        <translation>السجل: السطر {row} ليس سطرًا من سجل</translation>
    </message>
    <message>
        <source>the journal: row {row} was changed: its digest does not fit</source>
        <translation>السجل: غُيّر السطر {row}، فبصمته لا تطابقه</translation>
    </message>
    <message>
        <source>the journal: row {row}: number {number} follows number {before}</source>
        <translation>السجل: السطر {row}: الرقم {number} يلي الرقم {before}</translation>
    </message>
    <message>
        <source>the pixels agree</source>
        <translation>البكسلات متطابقة</translation>
    </message>
    <message>
        <source>the reader returned an impossible {what}</source>
        <translation>أجاب القارئ بقيمة مستحيلة: {what}</translation>
    </message>
    <message>
        <source>the same bytes under {count} paths</source>
        <translation>البيانات نفسها، وعدد مساراتها {count}</translation>
    </message>
    <message>
        <source>the sidecar</source>
        <translation>الملف المرافق</translation>
    </message>
    <message>
        <source>too little to call it the same footage</source>
        <translation>أقل من أن يُسمّى المقطع نفسه</translation>
    </message>
    <message>
        <source>turned 180°</source>
        <translation>مدوّرة 180°</translation>
    </message>
    <message>
        <source>turned 90° clockwise</source>
        <translation>مدوّرة 90° باتجاه عقارب الساعة</translation>
    </message>
    <message>
        <source>turned 90° counter-clockwise</source>
        <translation>مدوّرة 90° عكس اتجاه عقارب الساعة</translation>
    </message>
    <message>
        <source>unable to open database file</source>
        <translation>لا يمكن فتح ملف قاعدة البيانات</translation>
    </message>
    <message>
        <source>was changed; it belongs to item {item}, whose SHA-256 is {digest}</source>
        <translation>غُيّر؛ وهو يتبع المادة {item} وبصمتها SHA-256 هي {digest}</translation>
    </message>
    <message>
        <source>“{text}” is no quality of a PDQ hash</source>
        <translation>«{text}» ليست جودة لبصمة PDQ</translation>
    </message>
    <message>
        <source>“{text}” is not the {count} hex digits of a PDQ hash</source>
        <translation>«{text}» ليست بصمة PDQ من {count} خانة ست عشرية</translation>
    </message>
    <message>
        <source>“{text}” is not the {count} hex digits of a SHA-256</source>
        <translation>«{text}» ليست بصمة SHA-256 من {count} خانة ست عشرية</translation>
    </message>
    <message>
        <source>“{text}” is not the {count} hex digits of a pHash</source>
        <translation>«{text}» ليست بصمة pHash من {count} خانة ست عشرية</translation>
    </message>
    <message>
        <source>{count} of {whole} bits differ</source>
        <translation>يختلف {count} من {whole} بتًا</translation>
    </message>
    <message>
        <source>{count} points agree</source>
        <translation>تتفق {count} نقطة</translation>
    </message>
    <message>
        <source>{first} says {one}, {second} says {other}.</source>
        <translation>بحسب {first}: {one}، وبحسب {second}: {other}.</translation>
    </message>
    <message>
        <source>{format} is a format that is kept but not opened.</source>
        <translation>صيغة {format} تُحفظ ولا تُفتح.</translation>
    </message>
    <message>
        <source>{kind} is there but was not read.</source>
        <translation>توجد كتلة {kind} لكنها لم تُقرأ.</translation>
    </message>
    <message>
        <source>{kind} is there but was not read: {parts}.</source>
        <translation>توجد كتلة {kind} لكنها لم تُقرأ: {parts}.</translation>
    </message>
    <message>
        <source>{seconds} s in common</source>
        <translation>{seconds} ث مشتركة</translation>
    </message>
    <message>
        <source>{tag} is no date: “{text}”.</source>
        <translation>ليس في {tag} تاريخ: «{text}».</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Choose</source>
        <translation>ا&amp;ختيار</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>الب&amp;حث في:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;فتح</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>ح&amp;فظ</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>إنشاء مجلد جديد</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>المجلدات</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>المجلد:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>أ&amp;نواع الملفات:</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>المجلد الأعلى</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>حفظ باسم</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>No link of this kind waits for a verdict.</source>
        <translation>لا رابط من هذا النوع ينتظر حكمًا.</translation>
    </message>
</context>
<context>
    <name>HashLists</name>
    <message>
        <source>&amp;Add a list…</source>
        <translation>إ&amp;ضافة قائمة…</translation>
    </message>
    <message>
        <source>&amp;Export hashes of {items}…</source>
        <translation>&amp;تصدير بصمات {items}…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>إ&amp;زالة</translation>
    </message>
    <message>
        <source>&amp;Show what was found</source>
        <translation>إظ&amp;هار ما وُجد</translation>
    </message>
    <message>
        <source>Add a list of known hashes</source>
        <translation>إضافة قائمة بصمات معروفة</translation>
    </message>
    <message>
        <source>Added by {name}, {time}</source>
        <translation>أضافها {name}، {time}</translation>
    </message>
    <message>
        <source>Adding a list</source>
        <translation>إضافة قائمة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Export hashes</source>
        <translation>تصدير البصمات</translation>
    </message>
    <message>
        <source>Exporting hashes</source>
        <translation>تصدير البصمات</translation>
    </message>
    <message>
        <source>Found here</source>
        <translation>وُجد هنا</translation>
    </message>
    <message>
        <source>Found here: {items}</source>
        <translation>وُجد هنا: {items}</translation>
    </message>
    <message>
        <source>From: {source}</source>
        <translation>من: {source}</translation>
    </message>
    <message>
        <source>It was cancelled: nothing was changed.</source>
        <translation>أُلغي ذلك: لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Known hashes</source>
        <translation>البصمات المعروفة</translation>
    </message>
    <message>
        <source>List</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt);;All (*)</source>
        <translation>القوائم (*.csv *.tsv *.txt);;الكل (*)</translation>
    </message>
    <message>
        <source>Lists of known hashes</source>
        <translation>قوائم البصمات المعروفة</translation>
    </message>
    <message>
        <source>Of what is listed now: hashes, sizes and kinds, no names and no pictures.</source>
        <translation>لما هو معروض الآن: البصمات والأحجام والأنواع، بلا أسماء وبلا صور.</translation>
    </message>
    <message>
        <source>Pictures left out for their low quality: {count}</source>
        <translation>صور تُركت لضعف جودتها: {count}</translation>
    </message>
    <message>
        <source>Removing a list</source>
        <translation>إزالة قائمة</translation>
    </message>
    <message>
        <source>Rows that could not be read: {count}</source>
        <translation>صفوف تعذّرت قراءتها: {count}</translation>
    </message>
    <message>
        <source>SHA-256 of its file: {digest}</source>
        <translation>SHA-256 لملفها: {digest}</translation>
    </message>
    <message>
        <source>Something went wrong in the program itself: nothing was changed.</source>
        <translation>حدث خلل في البرنامج نفسه: لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>The hashes of {items} are in {path}.</source>
        <translation>بصمات {items} موجودة في {path}.</translation>
    </message>
    <message>
        <source>There is no list yet. A list is a CSV of another team with a column sha256, phash or pdq: hashes of files and pictures that they know. All items of this case, and all that come later, are compared with it. No picture changes hands, and nothing leaves this computer.</source>
        <translation>لا توجد قائمة بعد. القائمة ملف CSV من فريق آخر فيه عمود sha256 أو phash أو pdq: بصمات ملفات وصور يعرفونها. تُقارن بها كل مواد هذه القضية وكل ما يأتي بعدها. لا تنتقل أي صورة من يد إلى يد، ولا يغادر هذا الحاسوب شيء.</translation>
    </message>
    <message>
        <source>What is found by the hash of a picture is only possible: a list holds no pictures to compare.</source>
        <translation>ما يُعثر عليه ببصمة صورة محتمل فقط: فالقائمة لا تحوي صورًا للمقارنة.</translation>
    </message>
    <message>
        <source>What it lists is &amp;graphic: suggest that warning</source>
        <translation>ما تسرده &amp;صادم: اقترح ذلك التحذير</translation>
    </message>
    <message>
        <source>hashes.csv</source>
        <translation>hashes.csv</translation>
    </message>
    <message>
        <source>{files} SHA-256, {phashes} pHash, {pdqs} PDQ</source>
        <translation>{files} SHA-256، {phashes} pHash، {pdqs} PDQ</translation>
    </message>
    <message>
        <source>{name} was added. Found here: {items}.</source>
        <translation>أُضيفت {name}. وُجد هنا: {items}.</translation>
    </message>
    <message>
        <source>{name} was removed. Its file can be added again.</source>
        <translation>أُزيلت {name}. يمكن إضافة ملفها من جديد.</translation>
    </message>
</context>
<context>
    <name>HitsPanel</name>
    <message>
        <source>and in more lists: {count}</source>
        <translation>وفي قوائم أخرى: {count}</translation>
    </message>
</context>
<context>
    <name>NewList</name>
    <message>
        <source>&amp;Add</source>
        <translation>إ&amp;ضافة</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;المصدر</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>Add a list of known hashes</source>
        <translation>إضافة قائمة بصمات معروفة</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>اسم القائمة</translation>
    </message>
    <message>
        <source>No warning is set by it: what is found stays covered until somebody has looked and judged.</source>
        <translation>لا يُضبط بذلك أي تحذير: يبقى ما يُعثر عليه محجوبًا حتى ينظر أحد ويحكم.</translation>
    </message>
    <message>
        <source>What it lists is &amp;graphic: suggest that warning for what is found</source>
        <translation>ما تسرده &amp;صادم: اقترح ذلك التحذير لما يُعثر عليه</translation>
    </message>
    <message>
        <source>Whom the list is from</source>
        <translation>مصدر القائمة</translation>
    </message>
    <message>
        <source>for example: the archive of another team, received 26 October</source>
        <translation>مثلًا: أرشيف فريق آخر، استُلم في 26 أكتوبر</translation>
    </message>
</context>
<context>
    <name>OffersPanel</name>
    <message>
        <source>Copies of this item have:</source>
        <translation>لدى نسخ هذه المادة:</translation>
    </message>
    <message>
        <source>Copies with notes: {names}</source>
        <translation>نسخ عليها ملاحظات: {names}</translation>
    </message>
    <message>
        <source>Take over  Shift+T</source>
        <translation>أخذها  Shift+T</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} أخرى</translation>
    </message>
    <message>
        <source>{what} ({count})</source>
        <translation>{what} ({count})</translation>
    </message>
</context>
<context>
    <name>WaitingBar</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cancel the import of {name}</source>
        <translation>إلغاء استيراد {name}</translation>
    </message>
    <message>
        <source>Cancel the last</source>
        <translation>إلغاء الأخير</translation>
    </message>
    <message>
        <source>Next import: {name}</source>
        <translation>الاستيراد التالي: {name}</translation>
    </message>
    <message>
        <source>Next imports: {names}</source>
        <translation>عمليات الاستيراد التالية: {names}</translation>
    </message>
</context>
<context>
    <name>PrintOptions</name>
    <message>
        <source>&amp;Items on a page</source>
        <translation>ال&amp;مواد في الصفحة</translation>
    </message>
    <message>
        <source>&amp;Leave out what is covered: {items}</source>
        <translation>&amp;ترك المحجوب: {items}</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;طباعة…</translation>
    </message>
    <message>
        <source>1, with all that is said of it</source>
        <translation>مادة واحدة مع كل ما قيل فيها</translation>
    </message>
    <message>
        <source>Items on a page</source>
        <translation>المواد في الصفحة</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>&amp;حفظ بصيغة PDF…</translation>
    </message>
    <message>
        <source>The &amp;selection: {items}</source>
        <translation>ال&amp;محدَّد: {items}</translation>
    </message>
    <message>
        <source>The first page, small</source>
        <translation>الصفحة الأولى مصغّرة</translation>
    </message>
    <message>
        <source>What</source>
        <translation>المحتوى</translation>
    </message>
    <message>
        <source>What is covered is printed as its cover, also while you hold it open. Printing changes nothing in the case.</source>
        <translation>يُطبع المحجوب محجوبًا، ولو كنت تكشفه حينها. والطباعة لا تغيّر شيئًا في القضية.</translation>
    </message>
    <message>
        <source>What the &amp;filter shows: {items}</source>
        <translation>ما تعرضه ال&amp;تصفية: {items}</translation>
    </message>
</context>
</TS>
