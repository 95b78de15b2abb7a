<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AddFoot</name>
    <message numerus="yes">
        <source>Save %n credential(s)</source>
        <translation>
            <numerusform>Save %n credential</numerusform>
            <numerusform>Save %n credentials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will be saved</source>
        <translation>
            <numerusform>%n will be saved</numerusform>
            <numerusform>%n will be saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddLinks</name>
    <message numerus="yes">
        <source>%n credential(s) saved.</source>
        <translation>
            <numerusform>%n credential saved.</numerusform>
            <numerusform>%n credentials saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them you had already.</source>
        <translation>
            <numerusform>%n of them you had already.</numerusform>
            <numerusform>%n of them you had already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be kept.</source>
        <translation>
            <numerusform>%n could not be kept.</numerusform>
            <numerusform>%n could not be kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddPage</name>
    <message numerus="yes">
        <source>Stopped. %n checked</source>
        <translation>
            <numerusform>Stopped. %n checked</numerusform>
            <numerusform>Stopped. %n checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checked</source>
        <translation>
            <numerusform>%n checked</numerusform>
            <numerusform>%n checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n credential(s) saved</source>
        <translation>
            <numerusform>Stopped. %n credential saved</numerusform>
            <numerusform>Stopped. %n credentials saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdvisingPage</name>
    <message numerus="yes">
        <source>%n credential(s)</source>
        <translation>
            <numerusform>%n credential</numerusform>
            <numerusform>%n credentials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AskerStep</name>
    <message numerus="yes">
        <source>You have %n that fit(s).</source>
        <translation>
            <numerusform>You have %n that fits.</numerusform>
            <numerusform>You have %n that fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older badge(s) would fit, but an answer cannot hold that kind. You can share them by themselves.</source>
        <translation>
            <numerusform>%n older badge would fit, but an answer cannot hold that kind. You can share it by itself.</numerusform>
            <numerusform>%n older badges would fit, but an answer cannot hold that kind. You can share them by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older badge(s) do not fit: they ask for a newer kind than Open Badges 1 and 2.</source>
        <translation>
            <numerusform>%n older badge does not fit: they ask for a newer kind than Open Badges 1 and 2.</numerusform>
            <numerusform>%n older badges do not fit: they ask for a newer kind than Open Badges 1 and 2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupDesk</name>
    <message numerus="yes">
        <source>%n file(s) written to the folder {name}.</source>
        <translation>
            <numerusform>%n file written to the folder {name}.</numerusform>
            <numerusform>%n files written to the folder {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged item(s) could not be written.</source>
        <translation>
            <numerusform>%n damaged item could not be written.</numerusform>
            <numerusform>%n damaged items could not be written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message numerus="yes">
        <source>%n skill(s)</source>
        <translation>
            <numerusform>%n skill</numerusform>
            <numerusform>%n skills</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckLinks</name>
    <message numerus="yes">
        <source>%n credential(s) with a new answer.</source>
        <translation>
            <numerusform>%n credential with a new answer.</numerusform>
            <numerusform>%n credentials with a new answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassMaker</name>
    <message numerus="yes">
        <source>Locking the files… %n student(s)</source>
        <translation>
            <numerusform>Locking the files… %n student</numerusform>
            <numerusform>Locking the files… %n students</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassPart</name>
    <message numerus="yes">
        <source>%n issuer(s)</source>
        <translation>
            <numerusform>%n issuer</numerusform>
            <numerusform>%n issuers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CounselorPage</name>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>Named by %n credential(s), not verified</source>
        <translation>
            <numerusform>Named by %n credential, not verified</numerusform>
            <numerusform>Named by %n credentials, not verified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shown by %n credential(s)</source>
        <translation>
            <numerusform>Shown by %n credential</numerusform>
            <numerusform>Shown by %n credentials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>plus %n not verified</source>
        <translation>
            <numerusform>plus %n not verified</numerusform>
            <numerusform>plus %n not verified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>plus %n added by you</source>
        <translation>
            <numerusform>plus %n added by you</numerusform>
            <numerusform>plus %n added by you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s)</source>
        <translation>
            <numerusform>%n skill</numerusform>
            <numerusform>%n skills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can show %n skill(s) with proof.</source>
        <translation>
            <numerusform>You can show %n skill with proof.</numerusform>
            <numerusform>You can show %n skills with proof.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) stand only in credentials that are not verified.</source>
        <translation>
            <numerusform>%n skill stands only in a credential that is not verified.</numerusform>
            <numerusform>%n skills stand only in credentials that are not verified.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) stand only in what you added yourself.</source>
        <translation>
            <numerusform>%n skill stands only in what you added yourself.</numerusform>
            <numerusform>%n skills stand only in what you added yourself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) are still being read.</source>
        <translation>
            <numerusform>%n credential is still being read.</numerusform>
            <numerusform>%n credentials are still being read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added by you, %n time(s)</source>
        <translation>
            <numerusform>Added by you, %n time</numerusform>
            <numerusform>Added by you, %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountsPart</name>
    <message numerus="yes">
        <source>%n credential(s) are still being read.</source>
        <translation>
            <numerusform>%n credential is still being read.</numerusform>
            <numerusform>%n credentials are still being read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can show %n skill(s) with proof.</source>
        <translation>
            <numerusform>You can show %n skill with proof.</numerusform>
            <numerusform>You can show %n skills with proof.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s)</source>
        <translation>
            <numerusform>%n credential</numerusform>
            <numerusform>%n credentials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verified</source>
        <translation>
            <numerusform>%n verified</numerusform>
            <numerusform>%n verified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added by you</source>
        <translation>
            <numerusform>%n added by you</numerusform>
            <numerusform>%n added by you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CredentialModel</name>
    <message numerus="yes">
        <source>%n skill(s)</source>
        <translation>
            <numerusform>%n skill</numerusform>
            <numerusform>%n skills</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CredentialsPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved</source>
        <translation>
            <numerusform>%n saved</numerusform>
            <numerusform>%n saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verified</source>
        <translation>
            <numerusform>%n verified</numerusform>
            <numerusform>%n verified</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Curating</name>
    <message numerus="yes">
        <source>Delete %n credential(s) for good?</source>
        <translation>
            <numerusform>Delete %n credential for good?</numerusform>
            <numerusform>Delete %n credentials for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older one(s) had been there for more than 30 days and are gone for good.</source>
        <translation>
            <numerusform>%n older one had been there for more than 30 days and are gone for good.</numerusform>
            <numerusform>%n older ones had been there for more than 30 days and are gone for good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) moved to the bin.</source>
        <translation>
            <numerusform>%n credential moved to the bin.</numerusform>
            <numerusform>%n credentials moved to the bin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) deleted for good.</source>
        <translation>
            <numerusform>%n credential deleted for good.</numerusform>
            <numerusform>%n credentials deleted for good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) changed.</source>
        <translation>
            <numerusform>%n credential changed.</numerusform>
            <numerusform>%n credentials changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s)</source>
        <translation>
            <numerusform>%n credential</numerusform>
            <numerusform>%n credentials</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message numerus="yes">
        <source>%n file(s) from your school wait for you.</source>
        <translation>
            <numerusform>%n file from your school waits for you.</numerusform>
            <numerusform>%n files from your school wait for you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Endorsements</name>
    <message numerus="yes">
        <source>%n more, not shown.</source>
        <translation>
            <numerusform>%n more, not shown.</numerusform>
            <numerusform>%n more, not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message numerus="yes">
        <source>It happened %n time(s) by now.</source>
        <translation>
            <numerusform>It happened %n time by now.</numerusform>
            <numerusform>It happened %n times by now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceList</name>
    <message numerus="yes">
        <source>%n more, not shown.</source>
        <translation>
            <numerusform>%n more, not shown.</numerusform>
            <numerusform>%n more, not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundHead</name>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n ready</numerusform>
            <numerusform>%n ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not valid</source>
        <translation>
            <numerusform>%n not valid</numerusform>
            <numerusform>%n not valid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n you have already</source>
        <translation>
            <numerusform>%n you have already</numerusform>
            <numerusform>%n you have already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to fetch or to answer</source>
        <translation>
            <numerusform>%n to fetch or to answer</numerusform>
            <numerusform>%n to fetch or to answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n could not be read</numerusform>
            <numerusform>%n could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Idle</name>
    <message numerus="yes">
        <source>Locked because nobody used the wallet for %n second(s).</source>
        <translation>
            <numerusform>Locked because nobody used the wallet for %n second.</numerusform>
            <numerusform>Locked because nobody used the wallet for %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message numerus="yes">
        <source>Nobody seems to be here. Locking in %n second(s).</source>
        <translation>
            <numerusform>Nobody seems to be here. Locking in %n second.</numerusform>
            <numerusform>Nobody seems to be here. Locking in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inside</name>
    <message numerus="yes">
        <source>%n credential(s) inside.</source>
        <translation>
            <numerusform>%n credential inside.</numerusform>
            <numerusform>%n credentials inside.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinSheet</name>
    <message numerus="yes">
        <source>%n credential(s) added.</source>
        <translation>
            <numerusform>%n credential added.</numerusform>
            <numerusform>%n credentials added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other thing(s) added: notes, files, shares, keys.</source>
        <translation>
            <numerusform>%n other thing added: notes, files, shares, keys.</numerusform>
            <numerusform>%n other things added: notes, files, shares, keys.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) with a later check now.</source>
        <translation>
            <numerusform>%n credential with a later check now.</numerusform>
            <numerusform>%n credentials with a later check now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) that only one of the two had deleted stay.</source>
        <translation>
            <numerusform>%n thing that only one of the two had deleted stays.</numerusform>
            <numerusform>%n things that only one of the two had deleted stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysPart</name>
    <message numerus="yes">
        <source>%n key(s) became profiles: {names}.</source>
        <translation>
            <numerusform>%n key became a profile: {names}.</numerusform>
            <numerusform>%n keys became profiles: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) you had already.</source>
        <translation>
            <numerusform>%n key you had already.</numerusform>
            <numerusform>%n keys you had already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) could not be used.</source>
        <translation>
            <numerusform>%n key could not be used.</numerusform>
            <numerusform>%n keys could not be used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KindCounts</name>
    <message numerus="yes">
        <source>%n badge(s)</source>
        <translation>
            <numerusform>%n badge</numerusform>
            <numerusform>%n badges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n diploma(s) or degree(s)</source>
        <translation>
            <numerusform>%n diploma or degree</numerusform>
            <numerusform>%n diplomas or degrees</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transcript(s)</source>
        <translation>
            <numerusform>%n transcript</numerusform>
            <numerusform>%n transcripts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n license(s)</source>
        <translation>
            <numerusform>%n license</numerusform>
            <numerusform>%n licenses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) or internship(s)</source>
        <translation>
            <numerusform>%n job or internship</numerusform>
            <numerusform>%n jobs or internships</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volunteer work(s)</source>
        <translation>
            <numerusform>%n volunteer work</numerusform>
            <numerusform>%n volunteer works</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n course(s)</source>
        <translation>
            <numerusform>%n course</numerusform>
            <numerusform>%n courses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of another kind</source>
        <translation>
            <numerusform>%n of another kind</numerusform>
            <numerusform>%n of another kind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MendPage</name>
    <message numerus="yes">
        <source>%n damaged page(s).</source>
        <translation>
            <numerusform>%n damaged page.</numerusform>
            <numerusform>%n damaged pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other damaged item(s).</source>
        <translation>
            <numerusform>%n other damaged item.</numerusform>
            <numerusform>%n other damaged items.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) saved in a new file.</source>
        <translation>
            <numerusform>%n credential saved in a new file.</numerusform>
            <numerusform>%n credentials saved in a new file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are known to be lost.</source>
        <translation>
            <numerusform>%n thing are known to be lost.</numerusform>
            <numerusform>%n things are known to be lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read.</source>
        <translation>
            <numerusform>%n page could not be read.</numerusform>
            <numerusform>%n pages could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The copy is in its place, with %n credential(s).</source>
        <translation>
            <numerusform>The copy is in its place, with %n credential.</numerusform>
            <numerusform>The copy is in its place, with %n credentials.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message numerus="yes">
        <source>Still reading %n credential(s)…</source>
        <translation>
            <numerusform>Still reading %n credential…</numerusform>
            <numerusform>Still reading %n credentials…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferFlow</name>
    <message numerus="yes">
        <source>%n of the credentials did not come.</source>
        <translation>
            <numerusform>%n of the credentials did not come.</numerusform>
            <numerusform>%n of the credentials did not come.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) will be ready later.</source>
        <translation>
            <numerusform>%n credential will be ready later.</numerusform>
            <numerusform>%n credentials will be ready later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferSheet</name>
    <message numerus="yes">
        <source>It has %n character(s).</source>
        <translation>
            <numerusform>It has %n character.</numerusform>
            <numerusform>It has %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OnePageSheet</name>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>And %n more</numerusform>
            <numerusform>And %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnWordsPart</name>
    <message numerus="yes">
        <source>Room for %n more letter(s).</source>
        <translation>
            <numerusform>Room for %n more letter.</numerusform>
            <numerusform>Room for %n more letters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) too many.</source>
        <translation>
            <numerusform>%n letter too many.</numerusform>
            <numerusform>%n letters too many.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartList</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message numerus="yes">
        <source>%n credential(s)</source>
        <translation>
            <numerusform>%n credential</numerusform>
            <numerusform>%n credentials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They can tell that %n part(s) are left out.</source>
        <translation>
            <numerusform>They can tell that %n part is left out.</numerusform>
            <numerusform>They can tell that %n parts are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They can tell that %n single statement(s) are left out.</source>
        <translation>
            <numerusform>They can tell that %n single statement is left out.</numerusform>
            <numerusform>They can tell that %n single statements are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your %n other credential(s)</source>
        <translation>
            <numerusform>Your %n other credential</numerusform>
            <numerusform>Your %n other credentials</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordSheet</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more, not shown.</source>
        <translation>
            <numerusform>%n more, not shown.</numerusform>
            <numerusform>%n more, not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomPart</name>
    <message numerus="yes">
        <source>Opened %n time(s)</source>
        <translation>
            <numerusform>Opened %n time</numerusform>
            <numerusform>Opened %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafeKeeping</name>
    <message numerus="yes">
        <source>%n new credential(s) since.</source>
        <translation>
            <numerusform>%n new credential since.</numerusform>
            <numerusform>%n new credentials since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Several</name>
    <message numerus="yes">
        <source>%n credential(s) in one file</source>
        <translation>
            <numerusform>%n credential in one file</numerusform>
            <numerusform>%n credentials in one file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s)</source>
        <translation>
            <numerusform>%n credential</numerusform>
            <numerusform>%n credentials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkillPane</name>
    <message numerus="yes">
        <source>Show more of the other %n</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show more of the other %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message numerus="yes">
        <source>%n earned</source>
        <translation>
            <numerusform>%n earned</numerusform>
            <numerusform>%n earned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added by you</source>
        <translation>
            <numerusform>%n added by you</numerusform>
            <numerusform>%n added by you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ending(s)</source>
        <translation>
            <numerusform>%n ends</numerusform>
            <numerusform>%n end</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrustedIssuers</name>
    <message numerus="yes">
        <source>%n issuer(s)</source>
        <translation>
            <numerusform>%n issuer</numerusform>
            <numerusform>%n issuers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
</TS>
