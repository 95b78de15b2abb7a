<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US" sourcelanguage="en_US">
<context>
    <name>AddPage</name>
    <message>
        <source>Pasted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks run on this computer. Nothing is saved until you press Save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks run on this computer. Nothing is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can add badge pictures, JSON files, tokens, presentations and pictures of QR codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try with samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop badge files here, or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, SVG, JSON or text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste text or link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of a credential, or a share link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n checked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Checked {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked {done}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Save %n credential(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n will be saved</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose badge files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddRow</name>
    <message>
        <source>Save {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why? {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) in one file</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>Without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>ends {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardGrid</name>
    <message>
        <source>Credentials</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Added by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CredentialChoice</name>
    <message>
        <source>Share {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one can only be shared whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its issuer signed it as one piece, so everything in it goes along. The list beside shows what that is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose credentials of this record. Others will see that you chose them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not valid, so it cannot be shared.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CredentialModel</name>
    <message>
        <source>Issued {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown first</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CredentialsPage</name>
    <message>
        <source>Search credentials, skills, issuers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches. Try fewer letters, or another word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verified</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is in here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n older one(s) had been there for more than 30 days and are gone for good.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Moved to the bin: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is out of the bin, with everything it had.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n credential(s) for good?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can bring them back. What you shared stays in your history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) deleted for good.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>MMM yyyy</source>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Back to all credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a credential to see what was checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked on {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the bin. You can take it out until {date}, with all you added to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A credential that is not valid cannot be shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the original file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said that you know this issuer. This is your own view and is never shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take that back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back that I know this issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you know them, you can say so. This is your own view and is never shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I know this issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was earned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills this shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your file since {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This share is now in your sharing history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your QR code for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it here, or save the picture to send or print it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phone with a camera and internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A photo or scan of this code, and this program (or ler-wallet verify) to check it. No internet, no account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your link for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all of it: a link that is cut short does not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A browser and internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program (or ler-wallet verify) to check it. No internet, no account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They scan this code with their phone&apos;s camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your moving code for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes round until all codes were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your file for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is ready. Send it, or hand it over on a stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file, and this program (or ler-wallet verify) to check it. No internet, no account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save one more copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}. It opens the page at {page}. No program, no account.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Nothing here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a badge or certificate you earned, at school or anywhere else. Drop its file anywhere on this window, or press the button.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around with sample credentials</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilePicker</name>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file with this name is here already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>What to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a list of collections, tags and the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show: {part}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make my file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your file is {name}, in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making your file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your credentials, in a file you own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep badges, certificates and records from every school and job in one place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add what you earned. We check each one and tell you plainly what we found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays in one locked file. Only your passphrase opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share what you choose. You see what they will see, before it leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a credential without a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others use this computer, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It locks your file. It never leaves this computer, so nobody can reset it for you: not your school, not us. A few random words are easy to remember and hard to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you forget it, only your recovery kit can open the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You make the kit in the next step. Keep it on paper at home or with someone you trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make your recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page with 24 words and a square code. If you forget your passphrase, it opens your file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your file is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can copy it to a stick and open it on another computer with the same passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open my file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have a recovery kit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it away from this computer. A new passphrase ends it; then make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no recovery kit yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you forget your passphrase, nobody can open the file. You can make one in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FrontPage</name>
    <message>
        <source>LER Wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we keep, and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One encrypted file, in a place you choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account, no sign-in, no tracking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works without internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without passphrase or recovery kit nobody can open it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FullScreenCode</name>
    <message>
        <source>QR code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HowStep</name>
    <message>
        <source>Passphrase for this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How do they get it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell them the passphrase on another way than the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By phone, or in person. Write it down now: it is kept nowhere. Do not use the one of your own file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can I stop it later? No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they will read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No end date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record in it has {size} kB. The next step asks where to put it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would have {count} letters; many mail programs cut such links. A file is safer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Idle</name>
    <message numerus="yes">
        <source>Locked because nobody used the wallet for %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Any key or click keeps your file open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I&apos;m still here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nobody seems to be here. Locking in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inside</name>
    <message numerus="yes">
        <source>%n credential(s) inside.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Present passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change your passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old passphrase and the old recovery kit will not open this file any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old kit will not open this file any more. Your passphrase stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page with 24 words and a square code. If you forget your passphrase, it opens your file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies and backups you made before still open with the old passphrase and the old kit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted: you have your recovery kit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing your file anew…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your passphrase was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now make a new recovery kit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KitDesk</name>
    <message>
        <source>recovery-kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}. Print it, then delete that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer. Look that the page came out well.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KitStep</name>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has this page and your file can read everything in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it on paper, at home or with someone you trust, away from the computer. Take no photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be sure that you have it, type two of its words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>Locked because the computer went to sleep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked because the screen was locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked because another person took this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked because the place of your file is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the stick back in to open your file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you saved is in your file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockCard</name>
    <message>
        <source>Lock and leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your file:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your file: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {folder}. Only you have the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you forget your passphrase, only a recovery kit opens your file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Your file is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it first, then add credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LER Wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallet files (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open your file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LER Wallet keeps learning and employment records in one encrypted file you own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move with Tab, F6 and the arrow keys. Every command is in the menu bar (Alt).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check a credential…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add credentials…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste a credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Share…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the &amp;original file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sharing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ettings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bigger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About LER Wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Match this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MovingPart</name>
    <message>
        <source>Hold still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Type it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggest words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderMenu</name>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, A to Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer, A to Z</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnKeys</name>
    <message>
        <source>Change the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase and recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have a recovery kit. A new passphrase or a new kit ends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no recovery kit yet. If you forget your passphrase, nobody can open your file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnMarks</name>
    <message>
        <source>Just for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collections, tags and notes are never part of what you share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to a collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the collection {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the tag {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer show it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove note {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PagePlace</name>
    <message>
        <source>Where is the page?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the page to a stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page that checks what you share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your school, or you, can put this page on any website (https). Then a phone that scans your QR code, or opens your link, goes there and sees the check. What you share is never sent to that website.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links and QR codes lead to this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page: links and QR codes open with this program only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens in any browser, also without internet. Nothing of yours is in it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartList</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Always shown: {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {part}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide passphrase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastShareSheet</name>
    <message>
        <source>Shared with {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the exact bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They do not see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No end date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask them to delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They have a copy, and nobody can take a copy back. You can ask: send them this message. You may change it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello,

on {date} I shared this with you ({purpose}): {titles}.

Please delete your copies of it, the files, pictures and prints, and tell me when that is done.

Thank you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What left, exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} bytes. SHA-256: {digest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. It leaves the clipboard when your file locks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceStep</name>
    <message>
        <source>my-credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where should your file be?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file holds everything. You can move or copy it later like any other file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place for your file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name has a sign that file names cannot have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits and spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file with this name is here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or go back and open that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This place is on the shared computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file would stay here for others to find. Put it on a stick of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others who use this computer can change this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They could delete or replace your file. They cannot open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder seems to be copied to the internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is locked, so that is safe. Two computers changing it at once may leave two copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others who use this computer can see that your file is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They cannot open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This place cannot be reached now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} GB free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer. {size} GB free.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>What they will see and will not see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making what they will see…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one credential.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They will see</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>For: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: {purpose}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of your wallet&apos;s signature, the same in every share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They will not see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every value in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every value in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Your %n other credential(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Whom else you shared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your passphrase, and where your file is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No end date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingCorner</name>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoverPage</name>
    <message>
        <source>Recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture of the square code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgotten passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: new passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open my file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code in {name} will be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at word {numbers} again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening your file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with your recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the 24 words from the page you kept. The first four letters of each are enough. Capitals and accents do not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 24 words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No kit? Then nobody can open this file, and nobody can make an exception.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the file all the same: the passphrase may come back to you. Ask the schools and employers for new copies, and begin a new file with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a new passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes the place of the one you forgot. The old one will not work any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new recovery kit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your file is open. The kit you used is void now: tear it up, and keep this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of 24 words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryFlow</name>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of the square code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoomPart</name>
    <message>
        <source>Only in the same network, and only while this is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their phone must be in the same Wi-Fi as this computer. It ends when you close it, when your file locks, and when the program ends. What a phone has scanned, it can keep. Some school networks keep devices apart: if their phone finds nothing, use another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is at {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has ended: nothing can be opened here any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Opened %n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has opened it yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark, as the computer is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark words on a light ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light words on a dark ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShareSheet</name>
    <message>
        <source>Who and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share with {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: what they see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: how to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer until you press {button}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. It leaves the clipboard when your file locks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for-{name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShareWays</name>
    <message>
        <source>After its end date a check says that it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They get a copy of the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They scan or photograph it, and this program checks it. Good in person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is made and shown in the next step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code holds the record itself, so a photo of it can be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They scan it with a phone and see a page that checks it. Good in person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For what one code cannot hold: codes that follow each other, for the camera of the check page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They open the check page on a device with a camera, press its camera button, and hold it in front of this screen until all codes are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The codes hold the record itself, so a film of them can be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create moving code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the same room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their phone opens the check page from this computer while you keep it open. Good at a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works only while their phone is in the same network (Wi-Fi) as this computer. The page comes from this computer; the record travels in the code alone. It ends when you close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing it ends the page on this computer. But the code holds the record itself: a phone that scanned it can keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For e-mail or a form. It is long, and opens with this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link is made and shown in the next step, to copy or to save as a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link holds the record itself: whoever has the link can read it and keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For e-mail or a form. It is long, and opens the check page in any browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page that checks itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file that opens in any browser, also without internet. Some mail services block it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An HTML file. They open it in a browser; it checks the record there and sends nothing back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF to read or print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page for people, with the signed record attached. Good for an application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PDF file. People read it; a check needs the file itself, or the code on it where there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You hand over a signed file. Best for a registrar&apos;s office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signed JSON file. Programs for credentials open it, and ler-wallet verify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed file (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only who has the passphrase can open it. Good when others may see the mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They need the passphrase, and the check page or ler-wallet verify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who has the file and the passphrase keeps a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create locked file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked share (*.lershare)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Originals (ZIP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credentials as their issuers signed them. Good for another wallet or a school system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ZIP with each credential in a file of its own, and the signed record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They get the credentials themselves. These do not end with the share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create ZIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZIP archive (*.zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared with {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For: {purpose}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends on {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No end date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills: {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShareWords</name>
    <message>
        <source>QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moving QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the same room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page that checks itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>originals (ZIP)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharedBanner</name>
    <message>
        <source>Shared computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stays here. Locks after {seconds} seconds without use.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharedChip</name>
    <message>
        <source>Shared computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message>
        <source>Share something new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you shared, with whom, and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharing history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have not shared anything yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of what you shared with {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No end date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They may keep a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ends today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an end date can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file or QR code holds the record itself. After its date a check says that it has ended, but a saved copy cannot be taken back. You can ask them to delete it: Details has the message for that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted: you know this issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: this issuer is no longer one you know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is your own view. It is never shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your credentials were checked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) with a new answer.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) saved.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them you had already.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be kept.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save the original file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>LER Wallet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Open from a stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look somewhere else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it on your own stick. Takes about three minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check without a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See if a badge is genuine, or try it with samples. Nothing is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello. Where is your file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a shared computer nothing about you stays here. Your file stays on your own stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you finish, press Lock and leave, or just pull out the stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen locks by itself after {seconds} seconds without use, then shows this page for the next person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No names are kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LER Wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in your stick. We look for your file on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for my file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We found {stick} with {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We found more than one file. Choose yours.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StrengthMeter</name>
    <message>
        <source>How hard it is to guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer is better. Several words that do not belong together work well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak. It is easy to guess. Add more words or letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair. It is hard to guess. One more word makes it strong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong. Guessing it would take many years.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TechnicalDetails</name>
    <message>
        <source>Technical details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextSizeField</name>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrustedIssuers</name>
    <message>
        <source>Add a list of issuers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuers you trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schools and districts publish lists of issuers. A credential from an issuer on such a list can be verified. This is your own view: it stays in your file and never travels with what you share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking again: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuers you said you know</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n issuer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>not for today: get the newest one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {publisher}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody signed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists of issuers (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgot your passphrase?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock your file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can reset it. Your recovery kit opens the file without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UseCases</name>
    <message>
        <source>a credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, in a hidden form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your birth date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your gender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that names you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credential</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhatStep</name>
    <message>
        <source>Choose what goes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else in your file goes along.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message>
        <source>For example: Harbor Boat Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job, an internship, a volunteer desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School or college</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A registrar, a teacher, a programme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family, a mentor, a friend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and reason are signed into the share, so they can see that it was made for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volunteering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
