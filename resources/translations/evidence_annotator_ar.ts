<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AboutWindow</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence Annotator {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIT licence. Qt and PySide6 are used under the GNU Lesser General Public License, version 3: you may replace them with your own builds. All that the program is made with is listed here with its licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review photos and footage of violence offline, and hand them over as evidence that can be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This package ships no licence text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program is made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see the text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Ctrl+Shift+Enter. A level and a status are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a place, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of an incident, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no “{name}” in this case yet: make it on the page Annotate first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning: {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assign</name>
    <message>
        <source>&amp;First reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Second reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask others to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is annotated &amp;now is the first reviewer’s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{items}. Each reviewer answers without seeing the other’s answer. When both are in, the differences are listed and somebody gives the final answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Left out: {count} sampled frames, which must be kept (S) before they are annotated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made again: {what} – {items}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No copies are known here. Changed: {items} – {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to take back of what you changed since the case was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected, so nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was annotated here since the case was opened, so there is nothing to give to copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was annotated since the case was opened, so there is nothing to repeat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken back that could be made again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated on {items}: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change was cancelled: nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With all copies, {items} changed: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your last change was taken back: {what} – {items}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{items} changed: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Take “{name}” away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({count} of {total})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Open for reading only: you can look at everything here and change nothing. To export, which is noted in the journal, open the case for writing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopiesPanel</name>
    <message>
        <source>No copies were found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one item to see its copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show item {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same file was found at:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{relation}: item {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict}: this item and item {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The frame at {time} is item {number} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case is empty. Drop a folder here, or import one with Ctrl+I.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {whole}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportOptions</name>
    <message>
        <source>&amp;All items of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As one &amp;zip file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export an evidence bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;selection: {items}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle holds the originals and the whole journal, with the names of the reviewers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the &amp;filter shows: {items}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>&amp;Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has a position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inciden&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stat&amp;us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta&amp;g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order of import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the &amp;start, go on with the case that was open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer&apos;s &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands in the journal beside every change you make from now on, on the command line too. A bundle can leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment variable {name} sets the language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page has all these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Select one item to see its history.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HowToImport</name>
    <message>
        <source>&amp;Frames of videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave the originals where they are, and only refer to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames of videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds between frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one every so many seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one for each scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keyframes (fast)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportOptions</name>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Originals are copied into the case and never changed where they lie.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>The import dialog starts from these; you can choose otherwise there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IncidentPanel</name>
    <message>
        <source>Incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of an incident, then Enter  (I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no incident “{name}” yet. Enter once more makes it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select items to see and annotate them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are too many to show what they have in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you set here is set for all of them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyTable</name>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>&amp;Add another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an action; Enter changes its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the new key. Esc leaves it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” can&apos;t be given away: it moves about or holds the cover open. Press another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” means “{action}” now: give that another key first, or reset it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” means “{action}”. Press it again to take it from there, press another, or Esc.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysWindow</name>
    <message>
        <source>Add the note that is being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hange keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what is covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next and previous item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space, held</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>Exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported {imported}. Already there: {duplicates}. Can&apos;t be read: {unreadable}. Skipped: {skipped}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is wrong with the case: {problem} ({count} in all). Keep it as it is and open a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle is {path} ({items}, {size}). Write this seal down somewhere else: {seal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is whole: every original and the journal are as they were recorded ({checked}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was stopped. {sentence} Import again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} checked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it for reading only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is still under way here. Change this when it has ended, or cancel it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case “{path}” was open last and is not there any more, or its disk is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} – Evidence Annotator</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetadataPanel</name>
    <message>
        <source>Finding: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one item to see its metadata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameLine</name>
    <message>
        <source>Names that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}  ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewCase</name>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;In folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder that will hold the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case will be {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: Hass 2016</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotePanel</name>
    <message>
        <source>A note  (N); Ctrl+Enter adds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in the program itself. What was saved before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>&amp;Begin with my reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make final what all agree on ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All reviewers agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the grid  G</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohen’s kappa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For you to answer: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far reviewers agree, over the items that all have answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item is in review yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason for making final what all agree on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for, or differs in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not defined: both always gave the same one answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kappa}, of few items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{same} of {items}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PauseReminder</name>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncovered pictures were on show for {time} since your last pause. A short one now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have been here for {time} since your last pause. A short one now?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlacePanel</name>
    <message>
        <source>36.5504, 37.2732</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinates: latitude, longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its metadata says {latitude}, {longitude}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a place, then Enter  (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision of the coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no place “{name}” yet. Enter once more makes it, with the coordinates below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>&amp;Give this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make it final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All answers are in, and they are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All answers are in. They differ in: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask others to &amp;review…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final since {date}, by {person}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was asked to review this item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one item to review it, or several to ask others to review them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to answer: {people}. Nobody sees the answers of others until all are in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason for the final answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why: what you see, and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer is awaited. What others have said of this item, but for its warning, is hidden until you have given it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rounds</name>
    <message>
        <source>Nothing waits for your answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the items that others are to review first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings file is damaged: it was kept as “{name}”, and the program&apos;s own settings hold now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file “{path}” can&apos;t be used ({reason}): what you set holds until you close the window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Defaults of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover and pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is as it was at first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShieldPage</name>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Blur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Count the time with uncovered pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remind me quietly to pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sound only while uncovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drawn picture under the cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covers are &amp;grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For you alone: it is kept in your own data folder and stands in no case, journal, bundle or log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes at the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes with uncovered pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of the blur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today: {today}. The last seven days: {week}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not assessed, graphic or extreme is covered everywhere until you hold Space. A cover takes detail away; it can&apos;t know what will distress you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your time with uncovered pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after &amp;looking at uncovered pictures for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after &amp;working here for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Go on from the answer of {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on from this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person}, {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≠ {answer}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>&amp;New case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sample case, to try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete takes a case off this list and leaves the case alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a folder anywhere on this window to make a case of it. Press F1 for help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review photos and footage, and hand them over as evidence that can be checked. Nothing leaves this computer, originals are never changed, and no picture is shown before you ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusPanel</name>
    <message>
        <source>Status  (U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({count} of {total})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>A tag, then Enter  (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Frame back  ,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame on  .</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this frame  S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampled frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time in the video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} of {whole}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered pictures stay covered until you hold Space, or this button.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold to look at what is covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest digest of the journal, which vouches for all before it:
{digest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search names, notes, places, metadata  (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>custody {digest}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Back to the grid  G</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents are kept and described, but not shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reason is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file can&apos;t be read. {reason}
Its original is kept as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WarningPanel</name>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning: {level}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speed} {unit}/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: stopping</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Browser</name>
    <message>
        <source>Help page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask others to review…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy names and digests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export a bundle…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on after a warning is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep this frame of the video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;One item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Repeat the last annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Turn the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo my last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual &amp;size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame o&amp;n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it to all &amp;copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import &amp;files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt item that waits for my answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;lace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stat&amp;us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning: {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action} ({page})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>All answers about item {item} are in, so yours stays as it is: say in the final answer what to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item {item} has no picture that a region could lie on: draw on a photo, a video or a kept frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item {item} is a sampled frame without bytes of its own: keep it with `frame` first, then annotate that item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item {item} is not for “{reviewer}” to review: assign it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items {a} and {b} could not be compared ({detail}): nothing is said of what they have in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No frame of “{name}” at {seconds:.3f} s could be read ({detail}): choose another time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item fits this selection: nothing was written. Select at least one item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item “{what}” in this case: give an item&apos;s number or at least eight digits of its SHA-256.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {noun} “{name}” in this case: add it first, or check the spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case “{path}” can&apos;t be reached ({detail}): check the drive and your permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case “{path}” is damaged ({detail}): keep the folder as it is and open a backup of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case “{path}” is open for writing in another program: close it there first, or only read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case “{path}” is open read-only here: close the other program that uses it and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case “{path}” was last used with a newer Evidence Annotator (step {found} is unknown here): open it with that version or a later one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change “{action}” of {at} can&apos;t be taken back: something that it set was changed again since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds “{path}” is full: free some space and do it again; everything reported so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original of “{name}” is not what was imported ({detail}): verify the case before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture of “{name}” could not be read ({detail}); its original is kept as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The review of item {item} still waits for {awaited}: settle it when all have answered, or take the assignment back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shipped vocabulary “{id}” is damaged ({detail}): install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case already has the {noun} “{name}”: use it, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a few words on one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a level from mild on where there is something to see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name on one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new name outside of the case folder, or in its exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time in a video, without points and without a cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time in seconds within the video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time only for a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both latitude and longitude, or neither</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it as ISO 8601 writes it, such as 2016-10 or 2016-10-26T11:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latitude and longitude in degrees, such as 36.5504, 37.2732</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latitude −90 to 90 and longitude −180 to 180</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of a reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of a search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note of a region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pair of items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place for a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points that enclose an area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points within the picture, as fractions from 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some words that say why this is the final answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time in the video, in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two different items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two opposite corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{actor}” has no change in this case left to take back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{actor}” has taken back nothing that could be made again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be played ({detail}): its frames can still be looked at one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” already exists and is not empty: choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” already exists: choose another name for the bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be read or written ({detail}): check the drive and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is neither a case nor a bundle: give a case folder, a bundle folder or a zipped bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is not a case folder: choose one that holds a case.sqlite, or make one with `new`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{term}” is not a {vocabulary}: use one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a {what}: give {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{what}” fits several items: give more digits of the SHA-256.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vocabulary</name>
    <message>
        <source>A burnt body or severe burns can be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A child is among those hurt or dead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dead person can be seen, covered or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A detained person is shown, or somebody is humiliated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blood or open wounds can be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismemberment, torture, killing in view, or a badly hurt or dead child.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distressing in a way that no other term names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has said yet how graphic it is; it is treated as graphic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in it needs a warning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People mourn somebody who was hurt or killed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severed parts of a body can be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sexual violence or its marks can be seen or heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs of violence or distress, without wounds or bodies that can be made out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody is executed or tortured, or bears the marks of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is heard distresses: screams, last words, blows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wounds, blood or bodies can be made out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message numerus="yes">
        <source>%n items</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera is from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date is from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place is from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidecars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is open for reading only: an export is noted in its journal, so it must be writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a copy of it is covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annotated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copied into the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>covered: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incident {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>items {a} and {b}: {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marker {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no incident {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer shows {content}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no marker {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no note {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no place {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no region {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no tag {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same footage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows {content}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sidecar added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be redacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uncovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verdict on a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verdict {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning: {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is known of the incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{level}: {content}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} – {items}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
