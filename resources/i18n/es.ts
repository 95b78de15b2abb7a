<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>LER Wallet keeps learning and employment records in one encrypted file you own.</source>
        <translation>LER Wallet guarda tus registros de estudio y de trabajo en un solo archivo cifrado que es tuyo.</translation>
    </message>
    <message>
        <source>Move with Tab, F6 and the arrow keys. Every command is in the menu bar (Alt).</source>
        <translation>Muévete con Tab, F6 y las flechas. Todo se encuentra también en la barra de menús (Alt).</translation>
    </message>
</context>
<context>
    <name>AboutFields</name>
    <message>
        <source>Name to show</source>
        <translation>Nombre que se muestra</translation>
    </message>
    <message>
        <source>For example: Dana</source>
        <translation>Por ejemplo: Dana</translation>
    </message>
    <message>
        <source>Others see it on what you share. Any name you like.</source>
        <translation>Otros lo ven en lo que compartes. El nombre que quieras.</translation>
    </message>
    <message>
        <source>E-mails or numbers that schools and issuers use for you</source>
        <translation>Correos o números que las escuelas y los emisores usan para ti</translation>
    </message>
    <message>
        <source>One on each line</source>
        <translation>Uno en cada línea</translation>
    </message>
    <message>
        <source>Needed to tell whether a credential was given to you. They stay in your file.</source>
        <translation>Sirven para saber si una credencial se te dio a ti. Se quedan en tu archivo.</translation>
    </message>
</context>
<context>
    <name>AboutStep</name>
    <message>
        <source>About you</source>
        <translation>Sobre ti</translation>
    </message>
    <message>
        <source>You need none of this. You can skip it, and change it in Settings at any time.</source>
        <translation>No necesitas nada de esto. Puedes saltarlo y cambiarlo en Ajustes cuando quieras.</translation>
    </message>
    <message>
        <source>How old are you? You do not have to say.</source>
        <translation>¿Cuántos años tienes? No tienes que decirlo.</translation>
    </message>
    <message>
        <source>I do not say</source>
        <translation>No lo digo</translation>
    </message>
    <message>
        <source>Under 13</source>
        <translation>Menos de 13</translation>
    </message>
    <message>
        <source>13 to 17</source>
        <translation>De 13 a 17</translation>
    </message>
    <message>
        <source>18 or older</source>
        <translation>18 o más</translation>
    </message>
</context>
<context>
    <name>AboutYou</name>
    <message>
        <source>About you</source>
        <translation>Sobre ti</translation>
    </message>
    <message>
        <source>A name to show and the e-mails or numbers issuers use for you, for school and work apart if you like. All of it is optional and stays in your file.</source>
        <translation>Un nombre que se muestra y los correos o números que los emisores usan para ti, separados para la escuela y el trabajo si quieres. Todo es opcional y se queda en tu archivo.</translation>
    </message>
    <message>
        <source>Add a profile</source>
        <translation>Agregar un perfil</translation>
    </message>
    <message>
        <source>No e-mail or number yet</source>
        <translation>Todavía sin correo ni número</translation>
    </message>
    <message>
        <source>Shares are signed with this one.</source>
        <translation>Lo que compartes se firma con este.</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Usar este</translation>
    </message>
    <message>
        <source>Use the profile {name}</source>
        <translation>Usar el perfil {name}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change the profile {name}</source>
        <translation>Cambiar el perfil {name}</translation>
    </message>
</context>
<context>
    <name>AddFoot</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Try with samples</source>
        <translation>Probar con ejemplos</translation>
    </message>
    <message>
        <source>Write my own</source>
        <translation>Escribir algo propio</translation>
    </message>
    <message numerus="yes">
        <source>Save %n credential(s)</source>
        <translation>
            <numerusform>Guardar %n credencial</numerusform>
            <numerusform>Guardar %n credenciales</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message numerus="yes">
        <source>%n will be saved</source>
        <translation>
            <numerusform>%n se guardará</numerusform>
            <numerusform>%n se guardarán</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n se deja fuera</numerusform>
            <numerusform>%n se dejan fuera</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
</context>
<context>
    <name>AddLinks</name>
    <message numerus="yes">
        <source>%n credential(s) saved.</source>
        <translation>
            <numerusform>Se guardó %n credencial.</numerusform>
            <numerusform>Se guardaron %n credenciales.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them you had already.</source>
        <translation>
            <numerusform>%n ya la tenías.</numerusform>
            <numerusform>%n ya las tenías.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be kept.</source>
        <translation>
            <numerusform>%n no se pudo guardar.</numerusform>
            <numerusform>%n no se pudieron guardar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddPage</name>
    <message>
        <source>Pasted text</source>
        <translation>Texto pegado</translation>
    </message>
    <message>
        <source>What came from the issuer is only here: save it, or it is gone.</source>
        <translation>Lo que llegó del emisor solo está aquí: guárdalo, o se pierde.</translation>
    </message>
    <message>
        <source>Add credentials</source>
        <translation>Agregar credenciales</translation>
    </message>
    <message>
        <source>Check a credential</source>
        <translation>Revisar una credencial</translation>
    </message>
    <message>
        <source>Checks run on this computer. Nothing is saved until you press Save.</source>
        <translation>La revisión se hace en esta computadora. No se guarda nada hasta que presiones Guardar.</translation>
    </message>
    <message>
        <source>Checks run on this computer. Nothing is saved.</source>
        <translation>La revisión se hace en esta computadora. No se guarda nada.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo que se encontró</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardando</translation>
    </message>
    <message>
        <source>Saved {done} of {total}</source>
        <translation>Guardadas {done} de {total}</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n credential(s) saved</source>
        <translation>
            <numerusform>Detenido. %n credencial guardada</numerusform>
            <numerusform>Detenido. %n credenciales guardadas</numerusform>
        </translation>
    </message>
    <message>
        <source>You can add badge pictures, JSON files, tokens, pictures of QR codes, ZIP files, saved mails, and backups of other wallets.</source>
        <translation>Puedes agregar imágenes de insignias, archivos JSON, tokens, imágenes de códigos QR, archivos ZIP, correos guardados y copias de seguridad de otras carteras.</translation>
    </message>
    <message>
        <source>Code on the screen</source>
        <translation>Código en pantalla</translation>
    </message>
    <message>
        <source>Code before the camera</source>
        <translation>Código ante la cámara</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Revisando</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n checked</source>
        <translation>
            <numerusform>Detenido. %n revisada</numerusform>
            <numerusform>Detenido. %n revisadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checked</source>
        <translation>
            <numerusform>%n revisada</numerusform>
            <numerusform>%n revisadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked {done} of {total}</source>
        <translation>Revisadas {done} de {total}</translation>
    </message>
    <message>
        <source>Checked {done}</source>
        <translation>Revisadas {done}</translation>
    </message>
    <message>
        <source>Choose badge files</source>
        <translation>Elegir archivos de insignias</translation>
    </message>
</context>
<context>
    <name>AddRow</name>
    <message>
        <source>Save {name}</source>
        <translation>Guardar {name}</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Why? {name}</source>
        <translation>¿Por qué? {name}</translation>
    </message>
    <message>
        <source>See what they ask for</source>
        <translation>Ver lo que piden</translation>
    </message>
    <message>
        <source>Fetch it</source>
        <translation>Buscarla</translation>
    </message>
    <message>
        <source>Fetch it: {name}</source>
        <translation>Buscarla: {name}</translation>
    </message>
    <message>
        <source>See what is offered</source>
        <translation>Ver qué se ofrece</translation>
    </message>
    <message>
        <source>See what is offered: {name}</source>
        <translation>Ver qué se ofrece: {name}</translation>
    </message>
    <message>
        <source>You have this already.</source>
        <translation>Ya la tienes.</translation>
    </message>
    <message>
        <source>This is in the bin; saving takes it out again.</source>
        <translation>Está en la papelera; al guardarla vuelve a salir.</translation>
    </message>
    <message>
        <source>This takes the place of the one you have, which stays among its versions.</source>
        <translation>Toma el lugar de la que tienes, que queda entre sus versiones.</translation>
    </message>
    <message>
        <source>You have a newer version of this.</source>
        <translation>Tienes una versión más nueva.</translation>
    </message>
    <message>
        <source>Given to you.</source>
        <translation>Dada a ti.</translation>
    </message>
    <message>
        <source>Given to somebody else, or to an e-mail you have not entered.</source>
        <translation>Dada a otra persona, o a un correo que no has escrito.</translation>
    </message>
    <message>
        <source>This is no credential: somebody asks you for some with it.</source>
        <translation>Esto no es una credencial: alguien te pide credenciales con esto.</translation>
    </message>
    <message>
        <source>This is a link to something that has to be fetched. Nothing was fetched yet.</source>
        <translation>Es un enlace a algo que hay que buscar en la red. Todavía no se buscó nada.</translation>
    </message>
    <message>
        <source>This is a web address at {site}. Nothing was fetched from there yet.</source>
        <translation>Es una dirección web de {site}. Todavía no se buscó nada ahí.</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
</context>
<context>
    <name>AddSources</name>
    <message>
        <source>PNG, SVG, JSON, text, ZIP, mail or a backup of another wallet</source>
        <translation>PNG, SVG, JSON, texto, ZIP, correo o una copia de otra cartera</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Elegir archivos</translation>
    </message>
    <message>
        <source>Paste text or link</source>
        <translation>Pegar texto o enlace</translation>
    </message>
    <message>
        <source>Code on the screen</source>
        <translation>Código en pantalla</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Drop badge files here, or</source>
        <translation>Suelta aquí archivos de insignias, o</translation>
    </message>
    <message>
        <source>Or fetch them from a badge site</source>
        <translation>O tráelas de un sitio de insignias</translation>
    </message>
</context>
<context>
    <name>AdvisingPage</name>
    <message>
        <source>Advising view</source>
        <translation>Vista de orientación</translation>
    </message>
    <message>
        <source>To look at together. Results, evidence, notes and what is said about you are hidden. Leaving locks your file.</source>
        <translation>Para mirar en compañía. Se ocultan resultados, evidencias, notas y lo que se dice de ti. Al salir se cierra tu archivo.</translation>
    </message>
    <message>
        <source>Getting it ready…</source>
        <translation>Preparando…</translation>
    </message>
    <message>
        <source>Save one page as PDF</source>
        <translation>Guardar una página en PDF</translation>
    </message>
    <message>
        <source>End and lock</source>
        <translation>Terminar y cerrar</translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s)</source>
        <translation>
            <numerusform>%n credencial</numerusform>
            <numerusform>%n credenciales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Y %n más.</numerusform>
            <numerusform>Y %n más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Habilidades</translation>
    </message>
    <message>
        <source>The number says how many verified credentials show it.</source>
        <translation>El número dice cuántas credenciales verificadas la muestran.</translation>
    </message>
    <message>
        <source>What to talk about</source>
        <translation>De qué hablar</translation>
    </message>
    <message>
        <source>There are no credentials yet. Which ones could be asked for first?</source>
        <translation>Todavía no hay credenciales. ¿Cuáles se podrían pedir primero?</translation>
    </message>
    <message>
        <source>No longer in date. Can they be renewed?</source>
        <translation>Ya no están vigentes. ¿Se pueden renovar?</translation>
    </message>
    <message>
        <source>Ends soon. Is there time to renew?</source>
        <translation>Terminan pronto. ¿Hay tiempo de renovarlas?</translation>
    </message>
    <message>
        <source>Not valid. Can the issuer give out a new one?</source>
        <translation>No son válidas. ¿Puede el emisor dar otra?</translation>
    </message>
    <message>
        <source>Needs a look. Does the school know these issuers?</source>
        <translation>Hay que mirarlas. ¿Conoce la escuela a estos emisores?</translation>
    </message>
    <message>
        <source>Not checked yet. Can it be checked online?</source>
        <translation>Todavía no se revisaron. ¿Se pueden revisar en línea?</translation>
    </message>
    <message>
        <source>Written by the learner. Who saw it and could vouch for it?</source>
        <translation>Escritas por ti. ¿Quién lo vio y podría dar fe?</translation>
    </message>
    <message>
        <source>Skills without proof so far. What could show them?</source>
        <translation>Habilidades sin prueba hasta ahora. ¿Qué podría mostrarlas?</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>hasta el {date}</translation>
    </message>
    <message>
        <source>advising</source>
        <translation>orientacion</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Se guardó como {name}.</translation>
    </message>
    <message>
        <source>Print it for your talk.</source>
        <translation>Imprímela para tu charla.</translation>
    </message>
</context>
<context>
    <name>AgeSheet</name>
    <message>
        <source>Your age</source>
        <translation>Tu edad</translation>
    </message>
    <message>
        <source>You do not have to say. It is kept in your locked file alone, and never goes along when you share.</source>
        <translation>No tienes que decirla. Se guarda solo en tu archivo cerrado y nunca va en lo que compartes.</translation>
    </message>
    <message>
        <source>Birth year</source>
        <translation>Año de nacimiento</translation>
    </message>
    <message>
        <source>The adult&apos;s present code word</source>
        <translation>La palabra clave actual de la persona adulta</translation>
    </message>
    <message>
        <source>The adult&apos;s code word</source>
        <translation>La palabra clave de la persona adulta</translation>
    </message>
    <message>
        <source>The code word again</source>
        <translation>La palabra clave otra vez</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Las dos todavía no son iguales.</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Guardar esto</translation>
    </message>
    <message>
        <source>I do not say</source>
        <translation>No lo digo</translation>
    </message>
    <message>
        <source>Nothing changes when you share.</source>
        <translation>No cambia nada cuando compartes.</translation>
    </message>
    <message>
        <source>Under 13</source>
        <translation>Menos de 13</translation>
    </message>
    <message>
        <source>An adult looks at each share before it leaves, and agrees with a code word.</source>
        <translation>Una persona adulta mira lo que vas a compartir antes de que salga, y lo acepta con una palabra clave.</translation>
    </message>
    <message>
        <source>13 to 17</source>
        <translation>De 13 a 17</translation>
    </message>
    <message>
        <source>Nobody has to agree. Before you share, you can show both lists to an adult.</source>
        <translation>Nadie tiene que aceptar. Antes de compartir, puedes mostrar las dos listas a una persona adulta.</translation>
    </message>
    <message>
        <source>18 or older</source>
        <translation>18 o más</translation>
    </message>
    <message>
        <source>An adult chose a code word for this file. Only with it the age can be changed.</source>
        <translation>Una persona adulta eligió una palabra clave para este archivo. La edad solo se puede cambiar con ella.</translation>
    </message>
    <message>
        <source>The adult chooses it and keeps it to themselves. It is asked for before each share. It does not open this file, and nobody can tell you what it was.</source>
        <translation>La persona adulta la elige y no se la dice a nadie. Se pide cada vez que se comparte algo. No abre este archivo, y nadie te puede decir cuál era.</translation>
    </message>
    <message>
        <source>A help for families, and no legal advice</source>
        <translation>Una ayuda para familias, no un consejo legal</translation>
    </message>
    <message>
        <source>Schools and countries have rules of their own for what children share. Ask them.</source>
        <translation>Las escuelas y los países tienen sus propias reglas sobre lo que comparten los menores. Pregúntales.</translation>
    </message>
    <message>
        <source>Birth year, if you like</source>
        <translation>Año de nacimiento, si quieres</translation>
    </message>
    <message>
        <source>With it, this changes by itself at the end of the year in question.</source>
        <translation>Con él, esto cambia solo al final del año que toca.</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>No lo dije</translation>
    </message>
    <message>
        <source>Kept in your file.</source>
        <translation>Guardado en tu archivo.</translation>
    </message>
</context>
<context>
    <name>AgreeStep</name>
    <message>
        <source>The adult&apos;s name</source>
        <translation>El nombre de la persona adulta</translation>
    </message>
    <message>
        <source>Relation to the learner</source>
        <translation>Qué es de ti la persona adulta</translation>
    </message>
    <message>
        <source>Mother</source>
        <translation>Madre</translation>
    </message>
    <message>
        <source>Father</source>
        <translation>Padre</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>Persona a cargo</translation>
    </message>
    <message>
        <source>Grandparent</source>
        <translation>Abuela o abuelo</translation>
    </message>
    <message>
        <source>Other relative</source>
        <translation>Otro familiar</translation>
    </message>
    <message>
        <source>I looked at both lists, and I agree.</source>
        <translation>Miré las dos listas y acepto.</translation>
    </message>
    <message>
        <source>They may also pass it on to others.</source>
        <translation>También pueden pasarlo a otros.</translation>
    </message>
    <message>
        <source>The adult&apos;s code word</source>
        <translation>La palabra clave de la persona adulta</translation>
    </message>
    <message>
        <source>LinkedIn will see</source>
        <translation>LinkedIn verá</translation>
    </message>
    <message>
        <source>For {name}, as: {way}</source>
        <translation>Para {name}, como: {way}</translation>
    </message>
    <message>
        <source>An adult agrees</source>
        <translation>Una persona adulta acepta</translation>
    </message>
    <message>
        <source>Show it to an adult</source>
        <translation>Mostrarlo a una persona adulta</translation>
    </message>
    <message>
        <source>Look at it together</source>
        <translation>Mírenlo juntos</translation>
    </message>
    <message>
        <source>Here is what they will see, and what they will not see. If you want to, show it to an adult you trust. You decide: nobody has to agree.</source>
        <translation>Aquí está lo que verán y lo que no verán. Si quieres, muéstralo a una persona adulta de confianza. Tú decides: nadie tiene que aceptar.</translation>
    </message>
    <message>
        <source>Good questions to ask each other</source>
        <translation>Buenas preguntas para hacerse</translation>
    </message>
    <message>
        <source>Do we know them? Do they need all of this? Would we mind if somebody else saw it? A copy that is out cannot be taken back.</source>
        <translation>¿Los conocemos? ¿Necesitan todo esto? ¿Nos molestaría que lo viera alguien más? Una copia que ya salió no se puede recuperar.</translation>
    </message>
    <message>
        <source>Before this leaves, an adult looks at both lists and signs the form. What they say is kept in your sharing history, and they can take it back.</source>
        <translation>Antes de que esto salga, una persona adulta mira las dos listas y firma el formulario. Lo que dice queda en tu historial de lo compartido, y puede retirarlo.</translation>
    </message>
    <message>
        <source>Before this leaves, the adult who chose the code word looks at both lists. What they say is kept in your sharing history, and they can take it back.</source>
        <translation>Antes de que esto salga, la persona adulta que eligió la palabra clave mira las dos listas. Lo que dice queda en tu historial de lo compartido, y puede retirarlo.</translation>
    </message>
    <message>
        <source>A question of its own</source>
        <translation>Una pregunta aparte</translation>
    </message>
    <message>
        <source>Leave this open and it can be shared all the same: then it is meant for them alone. The wallet keeps your answer; it cannot hold anybody to it.</source>
        <translation>Puedes dejarlo sin marcar y compartir igual: entonces es solo para ellos. El programa guarda tu respuesta; no puede obligar a nadie a cumplirla.</translation>
    </message>
</context>
<context>
    <name>AgreementPart</name>
    <message>
        <source>Take it back</source>
        <translation>Retirarlo</translation>
    </message>
    <message>
        <source>The adult&apos;s code word</source>
        <translation>La palabra clave de la persona adulta</translation>
    </message>
    <message>
        <source>Take it back now</source>
        <translation>Retirarlo ahora</translation>
    </message>
    <message>
        <source>An adult agreed</source>
        <translation>Una persona adulta aceptó</translation>
    </message>
    <message>
        <source>Then no more copies of this share are made here, and sharing it anew asks again. Copies that left stay with those who have them: the message below asks them to delete these.</source>
        <translation>Entonces aquí no se hacen más copias de esto, y si se comparte de nuevo se vuelve a preguntar. Las copias que salieron se quedan con quien las tiene: el mensaje de abajo pide que las borren.</translation>
    </message>
</context>
<context>
    <name>AgreementsSheet</name>
    <message>
        <source>What adults agreed to</source>
        <translation>Acuerdos de adultos</translation>
    </message>
    <message>
        <source>Each share an adult agreed to, newest first. Details is where one can be taken back.</source>
        <translation>Todo lo compartido que aceptó una persona adulta, lo más nuevo primero. En Detalles se puede retirar.</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Guardar la lista</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>No adult has agreed to anything yet.</source>
        <translation>Ninguna persona adulta ha aceptado nada todavía.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Details of what you shared with {name}</source>
        <translation>Detalles de lo que compartiste con {name}</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Se guardó como {name}.</translation>
    </message>
</context>
<context>
    <name>AllowedWebsites</name>
    <message>
        <source>Websites you allowed</source>
        <translation>Sitios web que permitiste</translation>
    </message>
    <message>
        <source>When you check a credential online, these websites are asked without a question. Each one then learns the network address of your computer.</source>
        <translation>Cuando revisas una credencial en línea, a estos sitios web se les pregunta sin consultarte. Cada uno se entera entonces de la dirección de red de tu computadora.</translation>
    </message>
    <message>
        <source>No website so far.</source>
        <translation>Ningún sitio web hasta ahora.</translation>
    </message>
    <message>
        <source>It may also learn which credential is checked.</source>
        <translation>También puede enterarse de qué credencial se revisa.</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>Preguntarme otra vez</translation>
    </message>
    <message>
        <source>Ask me again about {site}</source>
        <translation>Preguntarme otra vez por {site}</translation>
    </message>
</context>
<context>
    <name>AnswerSheet</name>
    <message>
        <source>Who asks</source>
        <translation>Quién pide</translation>
    </message>
    <message>
        <source>Answer {name}</source>
        <translation>Responder a {name}</translation>
    </message>
</context>
<context>
    <name>AskSheet</name>
    <message>
        <source>My name goes along</source>
        <translation>Mi nombre va incluido</translation>
    </message>
    <message>
        <source>What I did goes along, too</source>
        <translation>Lo que hice también va incluido</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copiar el texto</translation>
    </message>
    <message>
        <source>Save the letter</source>
        <translation>Guardar la carta</translation>
    </message>
    <message>
        <source>Ask someone to sign</source>
        <translation>Pedir una firma</translation>
    </message>
    <message>
        <source>For: {name}. Nothing is sent: you copy the text or save the letter, and hand it over.</source>
        <translation>Para: {name}. No se envía nada: copias el texto o guardas la carta, y la entregas.</translation>
    </message>
    <message>
        <source>Who saw it?</source>
        <translation>¿Quién lo vio?</translation>
    </message>
    <message>
        <source>For example: Ms. Lee, librarian</source>
        <translation>Por ejemplo: la señora Lee, bibliotecaria</translation>
    </message>
    <message>
        <source>What do you want to say to them?</source>
        <translation>¿Qué le quieres decir?</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Con tus propias palabras</translation>
    </message>
    <message>
        <source>They can sign a badge, or write back. You can join what comes in to what you wrote, which stays “Added by you”.</source>
        <translation>Puede firmar una insignia o responder por escrito. Puedes unir lo que llegue con lo que escribiste, que sigue como «Agregada por ti».</translation>
    </message>
    <message>
        <source>They will read</source>
        <translation>Leerá</translation>
    </message>
    <message>
        <source>The file for a badge program</source>
        <translation>El archivo para un programa de insignias</translation>
    </message>
    <message>
        <source>Say whom you ask. Then the letter stands here.</source>
        <translation>Di a quién se lo pides. Después, la carta aparece aquí.</translation>
    </message>
    <message>
        <source>Copied. Your file remembers that you asked.</source>
        <translation>Copiado. Tu archivo recuerda que lo pediste.</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>carta</translation>
    </message>
    <message>
        <source>Letter with the file inside (*.pdf);;Text (*.txt);;File for a badge program (*.json)</source>
        <translation>Carta con el archivo dentro (*.pdf);;Texto (*.txt);;Archivo para un programa de insignias (*.json)</translation>
    </message>
    <message>
        <source>Saved as {name}. Your file remembers that you asked.</source>
        <translation>Guardado como {name}. Tu archivo recuerda que lo pediste.</translation>
    </message>
</context>
<context>
    <name>AskedChoice</name>
    <message>
        <source>Needed</source>
        <translation>Necesario</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Opcional</translation>
    </message>
    <message>
        <source>The answer is complete without it.</source>
        <translation>La respuesta está completa sin esto.</translation>
    </message>
    <message>
        <source>You have none that fits, and the answer is complete without it.</source>
        <translation>No tienes ninguna que sirva, y la respuesta está completa sin ella.</translation>
    </message>
    <message>
        <source>Leave this out</source>
        <translation>Dejar esto fuera</translation>
    </message>
    <message>
        <source>They would also like to see, and do not need:</source>
        <translation>También les gustaría ver, y no lo necesitan:</translation>
    </message>
    <message>
        <source>Also show {part}</source>
        <translation>Mostrar también {part}</translation>
    </message>
</context>
<context>
    <name>AskedStep</name>
    <message>
        <source>Choose your answer</source>
        <translation>Elige tu respuesta</translation>
    </message>
</context>
<context>
    <name>AskerStep</name>
    <message>
        <source>What you call them</source>
        <translation>Cómo los llamas</translation>
    </message>
    <message>
        <source>What is it for?</source>
        <translation>¿Para qué es?</translation>
    </message>
    <message>
        <source>{name} asks you. Nobody has checked who that is.</source>
        <translation>{name} te pide algo. Nadie ha revisado quién es.</translation>
    </message>
    <message>
        <source>The name is only what the request says about itself. Answer when you know from somewhere else that they asked you.</source>
        <translation>El nombre es solo lo que la petición dice de sí misma. Responde cuando sepas por otro lado que ellos te lo pidieron.</translation>
    </message>
    <message>
        <source>You cannot answer this one.</source>
        <translation>Esta no la puedes responder.</translation>
    </message>
    <message>
        <source>You have no credential that fits what they need. Ask them whether something else would do.</source>
        <translation>No tienes ninguna credencial que sirva para lo que necesitan. Pregúntales si sirve otra cosa.</translation>
    </message>
    <message>
        <source>What they ask for</source>
        <translation>Lo que piden</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>Quién pide</translation>
    </message>
    <message>
        <source>They do not say.</source>
        <translation>No lo dicen.</translation>
    </message>
    <message>
        <source>Name in full</source>
        <translation>Nombre completo</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>Answer until</source>
        <translation>Responder hasta</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Necesario</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Opcional</translation>
    </message>
    <message>
        <source>Why: {words}</source>
        <translation>Por qué: {words}</translation>
    </message>
    <message numerus="yes">
        <source>You have %n that fit(s).</source>
        <translation>
            <numerusform>Tienes %n que sirve.</numerusform>
            <numerusform>Tienes %n que sirven.</numerusform>
        </translation>
    </message>
    <message>
        <source>You have none that fits.</source>
        <translation>No tienes ninguna que sirva.</translation>
    </message>
    <message numerus="yes">
        <source>%n older badge(s) would fit, but an answer cannot hold that kind. You can share them by themselves.</source>
        <translation>
            <numerusform>%n insignia más antigua serviría, pero no cabe en una respuesta. Puedes compartirla aparte.</numerusform>
            <numerusform>%n insignias más antiguas servirían, pero no caben en una respuesta. Puedes compartirlas aparte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older badge(s) do not fit: they ask for a newer kind than Open Badges 1 and 2.</source>
        <translation>
            <numerusform>%n insignia más antigua no sirve: piden un tipo más nuevo que Open Badges 1 y 2.</numerusform>
            <numerusform>%n insignias más antiguas no sirven: piden un tipo más nuevo que Open Badges 1 y 2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupDesk</name>
    <message>
        <source>Where shall the copy go? A stick is a good place.</source>
        <translation>¿Dónde quieres la copia? Una memoria USB es un buen lugar.</translation>
    </message>
    <message>
        <source>Where shall everything go? A new folder is made there.</source>
        <translation>¿Dónde quieres todo? Allí se crea una carpeta nueva.</translation>
    </message>
    <message>
        <source>The copy was opened and compared: nothing is missing. Your passphrase opens it, too.</source>
        <translation>La copia se abrió y se comparó: no falta nada. También se abre con tu contraseña.</translation>
    </message>
    <message>
        <source>It lies in the same folder as your file: if this computer breaks or is lost, both are gone. Make another one on a stick.</source>
        <translation>Está en la misma carpeta que tu archivo: si esta computadora se daña o se pierde, pierdes los dos. Haz otra en una memoria USB.</translation>
    </message>
    <message>
        <source>Backed up as {name}, in {folder}.</source>
        <translation>Copia de seguridad hecha: {name}, en {folder}.</translation>
    </message>
    <message>
        <source>Everything in your file is whole.</source>
        <translation>Todo en tu archivo está completo.</translation>
    </message>
    <message>
        <source>Every page and every record was read.</source>
        <translation>Se leyeron todas las páginas y todos los registros.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to the folder {name}.</source>
        <translation>
            <numerusform>%n archivo escrito en la carpeta {name}.</numerusform>
            <numerusform>%n archivos escritos en la carpeta {name}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open index.html in it to read. Nothing there is locked: keep it where only you can reach it.</source>
        <translation>Para leerlo, abre index.html. Nada de lo que hay allí está cifrado: guárdalo donde solo tú puedas verlo.</translation>
    </message>
    <message numerus="yes">
        <source>%n damaged item(s) could not be written.</source>
        <translation>
            <numerusform>%n elemento dañado no se pudo escribir.</numerusform>
            <numerusform>%n elementos dañados no se pudieron escribir.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BadgeSiteSheet</name>
    <message>
        <source>From a badge site</source>
        <translation>De un sitio de insignias</translation>
    </message>
    <message>
        <source>You sign in at the site itself, in your browser; we see no password. Nothing is saved until you press Save.</source>
        <translation>Entras en el propio sitio, en tu navegador; no vemos ninguna contraseña. No se guarda nada hasta que pulses Guardar.</translation>
    </message>
    <message>
        <source>Stay connected: keep the access inside this file, so that I need not sign in next time</source>
        <translation>Seguir conectado: guardar el acceso dentro de este archivo, para no tener que entrar la próxima vez</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Address of the site</source>
        <translation>Dirección del sitio</translation>
    </message>
    <message>
        <source>Asking {site}</source>
        <translation>Preguntando a {site}</translation>
    </message>
    <message>
        <source>Waiting for you in the browser</source>
        <translation>Te esperamos en el navegador</translation>
    </message>
    <message>
        <source>{site} holds no badges for you.</source>
        <translation>{site} no tiene insignias para ti.</translation>
    </message>
    <message>
        <source>{site} says that it holds {total} badges, and gave {count}.</source>
        <translation>{site} dice que tiene {total} insignias, y dio {count}.</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>No se pudo abrir ningún navegador.</translation>
    </message>
    <message>
        <source>Set a usual browser on this computer, then try again.</source>
        <translation>Elige un navegador habitual en esta computadora e inténtalo otra vez.</translation>
    </message>
</context>
<context>
    <name>BadgeSites</name>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>You can close this page and go back to your wallet.</source>
        <translation>Puedes cerrar esta página y volver a tu cartera.</translation>
    </message>
</context>
<context>
    <name>BrowserQuestion</name>
    <message>
        <source>Open {host} in your browser?</source>
        <translation>¿Abrir {host} en tu navegador?</translation>
    </message>
    <message>
        <source>Your browser then loads the page, and that website learns the network address of your computer. This program loads nothing.</source>
        <translation>Entonces tu navegador carga la página, y ese sitio web se entera de la dirección de red de tu computadora. Este programa no carga nada.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrirla</translation>
    </message>
    <message>
        <source>Do not open it</source>
        <translation>No abrirla</translation>
    </message>
</context>
<context>
    <name>CameraPanel</name>
    <message>
        <source>Hold the code in front of the camera. Nothing is recorded.</source>
        <translation>Pon el código delante de la cámara. No se graba nada.</translation>
    </message>
    <message>
        <source>Switch the camera off</source>
        <translation>Apagar la cámara</translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <translation>No se encontró ninguna cámara.</translation>
    </message>
    <message>
        <source>Plug one in, or drop a picture of the code here.</source>
        <translation>Conecta una, o suelta aquí una imagen del código.</translation>
    </message>
</context>
<context>
    <name>CameraView</name>
    <message>
        <source>What the camera sees</source>
        <translation>Lo que ve la cámara</translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s)</source>
        <translation>
            <numerusform>%n habilidad</numerusform>
            <numerusform>%n habilidades</numerusform>
        </translation>
    </message>
    <message>
        <source>ends {date}</source>
        <translation>termina {date}</translation>
    </message>
</context>
<context>
    <name>CardGrid</name>
    <message>
        <source>Credentials</source>
        <translation>Credenciales</translation>
    </message>
</context>
<context>
    <name>CareLinks</name>
    <message>
        <source>{name}, in the same folder, holds changes that are not in this file.</source>
        <translation>{name}, en la misma carpeta, tiene cambios que no están en este archivo.</translation>
    </message>
    <message>
        <source>Bring them in</source>
        <translation>Traerlos aquí</translation>
    </message>
    <message>
        <source>From then on, go on with one of the two only.</source>
        <translation>Desde entonces, sigue solo con uno de los dos.</translation>
    </message>
</context>
<context>
    <name>CheckLinks</name>
    <message>
        <source>Noted: you know this issuer.</source>
        <translation>Anotado: conoces a este emisor.</translation>
    </message>
    <message>
        <source>Taken back: this issuer is no longer one you know.</source>
        <translation>Retirado: este emisor ya no es uno que conoces.</translation>
    </message>
    <message>
        <source>This is your own view. It is never shared.</source>
        <translation>Es tu propia opinión. Nunca se comparte.</translation>
    </message>
    <message>
        <source>Your credentials were checked again.</source>
        <translation>Tus credenciales se revisaron otra vez.</translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) with a new answer.</source>
        <translation>
            <numerusform>%n credencial con una respuesta nueva.</numerusform>
            <numerusform>%n credenciales con una respuesta nueva.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the original file</source>
        <translation>Guardar el archivo original</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Se guardó como {name}.</translation>
    </message>
</context>
<context>
    <name>CheckPart</name>
    <message>
        <source>Check again</source>
        <translation>Revisar otra vez</translation>
    </message>
    <message>
        <source>Check again online</source>
        <translation>Revisar otra vez en línea</translation>
    </message>
    <message>
        <source>Checked on {date}.</source>
        <translation>Revisada el {date}.</translation>
    </message>
    <message>
        <source>Websites of issuers were asked on {date}.</source>
        <translation>Se preguntó a sitios web de emisores el {date}.</translation>
    </message>
    <message>
        <source>It rests on what websites of issuers said on {date}, or later.</source>
        <translation>Se basa en lo que sitios web de emisores decían el {date} o después.</translation>
    </message>
    <message>
        <source>Checking online</source>
        <translation>Revisando en línea</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Added by you</source>
        <translation>Agregada por ti</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificada</translation>
    </message>
    <message>
        <source>Check this</source>
        <translation>Revísala</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Sin revisar</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>No válida</translation>
    </message>
</context>
<context>
    <name>ClassFlow</name>
    <message>
        <source>{name} is ready, and open for today.</source>
        <translation>{name} está listo, y abierto para hoy.</translation>
    </message>
    <message>
        <source>{name} is ready, and open for today. Its class code is {code}. Save the tickets now: the code stands nowhere in the pack.</source>
        <translation>{name} está listo, y abierto para hoy. Su código de clase es {code}. Guarda las fichas ahora: el código no está escrito en el paquete.</translation>
    </message>
    <message>
        <source>Class packs (*.lerclass)</source>
        <translation>Paquetes de clase (*.lerclass)</translation>
    </message>
    <message>
        <source>Open a class pack</source>
        <translation>Abrir un paquete de clase</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>fichas</translation>
    </message>
    <message>
        <source>Save the tickets</source>
        <translation>Guardar las fichas</translation>
    </message>
    <message>
        <source>Saved as {name}. Print it and cut along the lines.</source>
        <translation>Guardado como {name}. Imprímelo y corta por las líneas.</translation>
    </message>
</context>
<context>
    <name>ClassLine</name>
    <message>
        <source>Set up the next student</source>
        <translation>Preparar al siguiente estudiante</translation>
    </message>
    <message>
        <source>Look for it again</source>
        <translation>Buscarlo otra vez</translation>
    </message>
    <message>
        <source>Class list for today: {done} of {seats} set up</source>
        <translation>Clase de hoy: {done} de {seats} con archivo listo</translation>
    </message>
    <message>
        <source>{done} of {seats} set up. Put in the stick with the class pack.</source>
        <translation>{done} de {seats} con archivo listo. Conecta la memoria USB con el paquete de clase.</translation>
    </message>
</context>
<context>
    <name>ClassMaker</name>
    <message>
        <source>Make a class pack</source>
        <translation>Hacer un paquete de clase</translation>
    </message>
    <message>
        <source>One file to bring to class. No name and no e-mail can be read in it.</source>
        <translation>Un archivo para llevar a clase. En él no se puede leer ningún nombre ni correo.</translation>
    </message>
    <message>
        <source>Language the students begin in</source>
        <translation>Idioma en que empiezan los estudiantes</translation>
    </message>
    <message>
        <source>As the computer is</source>
        <translation>El de la computadora</translation>
    </message>
    <message>
        <source>Add a list of issuers</source>
        <translation>Agregar una lista de emisores</translation>
    </message>
    <message>
        <source>Choose the folder with files</source>
        <translation>Elegir la carpeta con archivos</translation>
    </message>
    <message>
        <source>Leave the files out</source>
        <translation>Dejar fuera los archivos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Make the class pack</source>
        <translation>Hacer el paquete de clase</translation>
    </message>
    <message>
        <source>How many students</source>
        <translation>Cuántos estudiantes</translation>
    </message>
    <message>
        <source>1 to 500. One ticket for each.</source>
        <translation>De 1 a 500. Una ficha para cada uno.</translation>
    </message>
    <message>
        <source>What the school calls itself</source>
        <translation>Nombre de la escuela</translation>
    </message>
    <message>
        <source>You can leave it empty.</source>
        <translation>Puedes dejarlo vacío.</translation>
    </message>
    <message>
        <source>A few words the students see. You can leave them out.</source>
        <translation>Unas palabras que ven los estudiantes. Puedes omitirlas.</translation>
    </message>
    <message>
        <source>Note to the students</source>
        <translation>Nota para los estudiantes</translation>
    </message>
    <message>
        <source>Issuers your school or district knows</source>
        <translation>Emisores que tu escuela o distrito conoce</translation>
    </message>
    <message>
        <source>Each student sees the list, may take it or not, and can remove it later.</source>
        <translation>Cada estudiante ve la lista, decide si la toma, y puede quitarla después.</translation>
    </message>
    <message>
        <source>What issuers gave out for each student</source>
        <translation>Lo que los emisores entregaron para cada estudiante</translation>
    </message>
    <message>
        <source>A folder with one folder for each student. Name each one with the student&apos;s e-mail.</source>
        <translation>Una carpeta con una carpeta para cada estudiante. Ponle a cada una el correo de su estudiante.</translation>
    </message>
    <message>
        <source>How far this protects students&apos; files</source>
        <translation>Hasta dónde protege esto los archivos de los estudiantes</translation>
    </message>
    <message>
        <source>Each student&apos;s files are locked with their e-mail and a code that is only on the tickets. Somebody who finds the pack cannot read them. Somebody who has a ticket, too, can try e-mails they know, such as a classmate&apos;s. Keep the pack on your own stick, and hand over what is sensitive in another way.</source>
        <translation>Los archivos de cada estudiante se cierran con su correo y un código que solo está en las fichas. Quien encuentre el paquete no los puede leer. Quien además tenga una ficha puede probar correos que conozca, como el de otro estudiante. Guarda el paquete en tu propia memoria USB, y entrega lo delicado de otra manera.</translation>
    </message>
    <message>
        <source>Lists of issuers (*.json)</source>
        <translation>Listas de emisores (*.json)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove {title}</source>
        <translation>Quitar {title}</translation>
    </message>
    <message>
        <source>class</source>
        <translation>clase</translation>
    </message>
    <message>
        <source>Class packs (*{suffix})</source>
        <translation>Paquetes de clase (*{suffix})</translation>
    </message>
    <message>
        <source>Where shall the class pack go?</source>
        <translation>¿Dónde quieres el paquete de clase?</translation>
    </message>
    <message>
        <source>Locking the files…</source>
        <translation>Cerrando los archivos…</translation>
    </message>
    <message numerus="yes">
        <source>Locking the files… %n student(s)</source>
        <translation>
            <numerusform>Cerrando los archivos… %n estudiante</numerusform>
            <numerusform>Cerrando los archivos… %n estudiantes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassPart</name>
    <message>
        <source>From your class</source>
        <translation>De tu clase</translation>
    </message>
    <message>
        <source>Class code on your ticket</source>
        <translation>Código de clase de tu ficha</translation>
    </message>
    <message>
        <source>With it and your e-mail above we find what your school put in for you. You see it first and choose what to keep. It does not open your file.</source>
        <translation>Con él y tu correo de arriba encontramos lo que tu escuela puso para ti. Primero lo ves y eliges qué guardar. No abre tu archivo.</translation>
    </message>
    <message>
        <source>From your class at {school}</source>
        <translation>De tu clase en {school}</translation>
    </message>
    <message>
        <source>nobody signed it</source>
        <translation>nadie la firmó</translation>
    </message>
    <message>
        <source>signed by who made it</source>
        <translation>con firma de quien la hizo</translation>
    </message>
    <message>
        <source>Put the list “{title}” into my file</source>
        <translation>Poner la lista «{title}» en mi archivo</translation>
    </message>
    <message numerus="yes">
        <source>%n issuer(s)</source>
        <translation>
            <numerusform>%n emisor</numerusform>
            <numerusform>%n emisores</numerusform>
        </translation>
    </message>
    <message>
        <source>It says which issuers your school knows. You can take it out in Settings.</source>
        <translation>Dice qué emisores conoce tu escuela. Puedes quitarla en Ajustes.</translation>
    </message>
</context>
<context>
    <name>CounselorPage</name>
    <message>
        <source>For counselors</source>
        <translation>Para orientadores</translation>
    </message>
    <message>
        <source>Prepare a class, and set up students one after the other. No names are kept on this computer.</source>
        <translation>Prepara una clase, y ayuda a cada estudiante a hacer su archivo. En esta computadora no se guardan nombres.</translation>
    </message>
    <message>
        <source>Make a class pack</source>
        <translation>Hacer un paquete de clase</translation>
    </message>
    <message>
        <source>Open a class pack</source>
        <translation>Abrir un paquete de clase</translation>
    </message>
    <message>
        <source>End this class</source>
        <translation>Terminar esta clase</translation>
    </message>
    <message>
        <source>Save the tickets as PDF</source>
        <translation>Guardar las fichas en PDF</translation>
    </message>
    <message>
        <source>Handouts and guides</source>
        <translation>Hojas y guías</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>One file for a class: lists of issuers your school knows, a language, and what issuers gave out for each student.</source>
        <translation>Un archivo para una clase: listas de emisores que tu escuela conoce, un idioma, y lo que los emisores entregaron para cada estudiante.</translation>
    </message>
    <message>
        <source>Pages to print for students, families, employers and colleges.</source>
        <translation>Páginas para imprimir para estudiantes, familias, empleadores y universidades.</translation>
    </message>
    <message>
        <source>Each student&apos;s file is theirs alone.</source>
        <translation>El archivo es solo de cada estudiante.</translation>
    </message>
    <message>
        <source>Students make their own passphrase. You never see it, and neither a class pack nor its code opens a student&apos;s file.</source>
        <translation>Cada estudiante inventa su propia frase de contraseña. Nunca la ves, y ni el paquete de clase ni su código abren el archivo de un estudiante.</translation>
    </message>
    <message>
        <source>Open another class pack</source>
        <translation>Abrir otro paquete de clase</translation>
    </message>
    <message>
        <source>The pack stays where it is. The count is gone when this program ends.</source>
        <translation>El paquete se queda donde está. La cuenta desaparece cuando termina este programa.</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n lugar</numerusform>
            <numerusform>%n lugares</numerusform>
        </translation>
    </message>
    <message>
        <source>list “{title}”</source>
        <translation>lista «{title}»</translation>
    </message>
    <message>
        <source>files for students, locked</source>
        <translation>archivos para estudiantes, cerrados</translation>
    </message>
    <message>
        <source>Today&apos;s class</source>
        <translation>La clase de hoy</translation>
    </message>
    <message>
        <source>Print tickets</source>
        <translation>Imprimir fichas</translation>
    </message>
    <message>
        <source>One for each seat, to cut and hand out. They name no student.</source>
        <translation>Una para cada lugar, para cortar y repartir. No nombran a nadie.</translation>
    </message>
    <message>
        <source>Class code</source>
        <translation>Código de clase</translation>
    </message>
    <message>
        <source>It was shown when the pack was made. It stands nowhere in the pack.</source>
        <translation>Se mostró cuando se hizo el paquete. No está escrito en el paquete.</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>Named by %n credential(s), not verified</source>
        <translation>
            <numerusform>La nombra %n credencial sin verificar</numerusform>
            <numerusform>La nombran %n credenciales sin verificar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shown by %n credential(s)</source>
        <translation>
            <numerusform>La demuestra %n credencial</numerusform>
            <numerusform>La demuestran %n credenciales</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>plus %n not verified</source>
        <translation>
            <numerusform>y %n sin verificar</numerusform>
            <numerusform>y %n sin verificar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>plus %n added by you</source>
        <translation>
            <numerusform>y %n que agregaste tú</numerusform>
            <numerusform>y %n que agregaste tú</numerusform>
        </translation>
    </message>
    <message>
        <source>Result: {result}</source>
        <translation>Resultado: {result}</translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s)</source>
        <translation>
            <numerusform>%n habilidad</numerusform>
            <numerusform>%n habilidades</numerusform>
        </translation>
    </message>
    <message>
        <source>No skill is shown with proof yet.</source>
        <translation>Todavía no hay ninguna habilidad con prueba.</translation>
    </message>
    <message numerus="yes">
        <source>You can show %n skill(s) with proof.</source>
        <translation>
            <numerusform>Puedes mostrar %n habilidad con prueba.</numerusform>
            <numerusform>Puedes mostrar %n habilidades con prueba.</numerusform>
        </translation>
    </message>
    <message>
        <source>Proof is a verified credential from somebody else.</source>
        <translation>La prueba es una credencial verificada que dio otra persona u organización.</translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) stand only in credentials that are not verified.</source>
        <translation>
            <numerusform>%n habilidad está solo en una credencial sin verificar.</numerusform>
            <numerusform>%n habilidades están solo en credenciales sin verificar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) stand only in what you added yourself.</source>
        <translation>
            <numerusform>%n habilidad está solo en lo que agregaste tú.</numerusform>
            <numerusform>%n habilidades están solo en lo que agregaste tú.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) are still being read.</source>
        <translation>
            <numerusform>Falta leer %n credencial.</numerusform>
            <numerusform>Falta leer %n credenciales.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n encontrada</numerusform>
            <numerusform>%n encontradas</numerusform>
        </translation>
    </message>
    <message>
        <source>These look alike: {skills}. Are they the same?</source>
        <translation>Estas se parecen: {skills}. ¿Son la misma?</translation>
    </message>
    <message numerus="yes">
        <source>Added by you, %n time(s)</source>
        <translation>
            <numerusform>Agregada por ti, %n vez</numerusform>
            <numerusform>Agregada por ti, %n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>Added by you</source>
        <translation>Agregada por ti</translation>
    </message>
</context>
<context>
    <name>CountsPart</name>
    <message>
        <source>At a glance</source>
        <translation>De un vistazo</translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) are still being read.</source>
        <translation>
            <numerusform>Todavía se está leyendo %n credencial.</numerusform>
            <numerusform>Todavía se están leyendo %n credenciales.</numerusform>
        </translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Por tipo</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Por año</translation>
    </message>
    <message>
        <source>No skill is shown with proof yet.</source>
        <translation>Todavía no se demuestra ninguna habilidad.</translation>
    </message>
    <message numerus="yes">
        <source>You can show %n skill(s) with proof.</source>
        <translation>
            <numerusform>Puedes demostrar %n habilidad.</numerusform>
            <numerusform>Puedes demostrar %n habilidades.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s)</source>
        <translation>
            <numerusform>%n credencial</numerusform>
            <numerusform>%n credenciales</numerusform>
        </translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificada</translation>
    </message>
    <message numerus="yes">
        <source>%n verified</source>
        <translation>
            <numerusform>%n verificada</numerusform>
            <numerusform>%n verificadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Added by you</source>
        <translation>Agregada por ti</translation>
    </message>
    <message numerus="yes">
        <source>%n added by you</source>
        <translation>
            <numerusform>%n agregada por ti</numerusform>
            <numerusform>%n agregadas por ti</numerusform>
        </translation>
    </message>
    <message>
        <source>{year}: {count}</source>
        <translation>{year}: {count}</translation>
    </message>
    <message>
        <source>From others</source>
        <translation>De otras personas</translation>
    </message>
    <message>
        <source>Skills with proof</source>
        <translation>Habilidades demostradas</translation>
    </message>
    <message>
        <source>See all skills</source>
        <translation>Ver todas las habilidades</translation>
    </message>
    <message>
        <source>{skill}: {count}</source>
        <translation>{skill}: {count}</translation>
    </message>
    <message>
        <source>Shows these credentials</source>
        <translation>Muestra estas credenciales</translation>
    </message>
</context>
<context>
    <name>CredentialChoice</name>
    <message>
        <source>Share {name}</source>
        <translation>Compartir {name}</translation>
    </message>
    <message>
        <source>This one can only be shared whole.</source>
        <translation>Esta solo se puede compartir entera.</translation>
    </message>
    <message>
        <source>Its issuer signed it as one piece, so everything in it goes along. The list beside shows what that is.</source>
        <translation>Su emisor la firmó como una sola pieza, así que va todo lo que contiene. La lista de al lado muestra qué es.</translation>
    </message>
    <message>
        <source>It cannot be read, so it cannot be shared.</source>
        <translation>No se puede leer, así que no se puede compartir.</translation>
    </message>
    <message>
        <source>Not valid. Everyone who opens it would be told so.</source>
        <translation>No válida. Se lo diremos a todos los que la abran.</translation>
    </message>
    <message>
        <source>Share it all the same, labelled as not valid</source>
        <translation>Compartirla de todos modos, marcada como no válida</translation>
    </message>
    <message>
        <source>Share {name} all the same, labelled as not valid</source>
        <translation>Compartir {name} de todos modos, marcada como no válida</translation>
    </message>
    <message>
        <source>The whole record goes along, with everything its issuer says in it.</source>
        <translation>Va el registro entero, con todo lo que su emisor dice en él.</translation>
    </message>
    <message>
        <source>Only what you tick goes along, without the record. Others will see that you picked it.</source>
        <translation>Solo va lo que marques, sin el registro. Otros verán que lo elegiste tú.</translation>
    </message>
    <message>
        <source>Written by you. They will see that no issuer stands behind it.</source>
        <translation>Escrito por ti. Verán que ningún emisor lo respalda.</translation>
    </message>
</context>
<context>
    <name>CredentialModel</name>
    <message>
        <source>Issued {date}</source>
        <translation>Emitida {date}</translation>
    </message>
    <message>
        <source>Ends {date}</source>
        <translation>Termina {date}</translation>
    </message>
    <message>
        <source>Shown first</source>
        <translation>Se muestra primero</translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s)</source>
        <translation>
            <numerusform>%n habilidad</numerusform>
            <numerusform>%n habilidades</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CredentialsPage</name>
    <message>
        <source>Credentials</source>
        <translation>Credenciales</translation>
    </message>
    <message>
        <source>Nothing matches. Try fewer letters, or another word.</source>
        <translation>Nada coincide. Prueba con menos letras o con otra palabra.</translation>
    </message>
    <message>
        <source>Above the list</source>
        <translation>Sobre la lista</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n encontrada</numerusform>
            <numerusform>%n encontradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved</source>
        <translation>
            <numerusform>%n guardada</numerusform>
            <numerusform>%n guardadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verified</source>
        <translation>
            <numerusform>%n verificada</numerusform>
            <numerusform>%n verificadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>Nothing matches all of this. Remove a filter, or clear them.</source>
        <translation>Nada coincide con todo esto. Quita un filtro, o quítalos todos.</translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>La papelera está vacía.</translation>
    </message>
    <message>
        <source>Nothing is in here yet.</source>
        <translation>Aquí todavía no hay nada.</translation>
    </message>
</context>
<context>
    <name>Curating</name>
    <message>
        <source>take out of the bin</source>
        <translation>sacar de la papelera</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n credential(s) for good?</source>
        <translation>
            <numerusform>¿Borrar %n credencial para siempre?</numerusform>
            <numerusform>¿Borrar %n credenciales para siempre?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message>
        <source>Nobody can bring them back. What you shared stays in your history.</source>
        <translation>Nadie puede recuperarlas. Lo que compartiste sigue en tu historial.</translation>
    </message>
    <message>
        <source>move {name} to the bin</source>
        <translation>mover {name} a la papelera</translation>
    </message>
    <message numerus="yes">
        <source>%n older one(s) had been there for more than 30 days and are gone for good.</source>
        <translation>
            <numerusform>%n que llevaba allí más de 30 días se borró para siempre.</numerusform>
            <numerusform>%n que llevaban allí más de 30 días se borraron para siempre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Moved to the bin: {name}</source>
        <translation>Se movió a la papelera: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) moved to the bin.</source>
        <translation>
            <numerusform>%n credencial movida a la papelera.</numerusform>
            <numerusform>%n credenciales movidas a la papelera.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>It is out of the bin, with everything it had.</source>
        <translation>Ya salió de la papelera, con todo lo que tenía.</translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) deleted for good.</source>
        <translation>
            <numerusform>%n credencial se borró para siempre.</numerusform>
            <numerusform>%n credenciales se borraron para siempre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) changed.</source>
        <translation>
            <numerusform>%n credencial cambiada.</numerusform>
            <numerusform>%n credenciales cambiadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>a credential</source>
        <translation>una credencial</translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s)</source>
        <translation>
            <numerusform>%n credencial</numerusform>
            <numerusform>%n credenciales</numerusform>
        </translation>
    </message>
    <message>
        <source>add the tag {value} to {name}</source>
        <translation>poner la etiqueta {value} a {name}</translation>
    </message>
    <message>
        <source>take the tag {value} off {name}</source>
        <translation>quitar la etiqueta {value} de {name}</translation>
    </message>
    <message>
        <source>put {name} into {value}</source>
        <translation>poner {name} en {value}</translation>
    </message>
    <message>
        <source>take {name} out of {value}</source>
        <translation>sacar {name} de {value}</translation>
    </message>
    <message>
        <source>add a note to {name}</source>
        <translation>agregar una nota a {name}</translation>
    </message>
    <message>
        <source>remove a note from {name}</source>
        <translation>quitar una nota de {name}</translation>
    </message>
    <message>
        <source>show {name} first</source>
        <translation>mostrar {name} primero</translation>
    </message>
    <message>
        <source>no longer show {name} first</source>
        <translation>no mostrar más {name} primero</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>MMM yyyy</source>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
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
        <translation>Volver a todas las credenciales</translation>
    </message>
    <message>
        <source>Choose a credential to see what was checked.</source>
        <translation>Elige una credencial para ver qué se revisó.</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Credencial</translation>
    </message>
    <message>
        <source>What we checked</source>
        <translation>Qué revisamos</translation>
    </message>
    <message>
        <source>Earlier checks</source>
        <translation>Revisiones anteriores</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Take out of the bin</source>
        <translation>Sacar de la papelera</translation>
    </message>
    <message>
        <source>In the bin. You can take it out until {date}, with all you added to it.</source>
        <translation>Está en la papelera. Puedes sacarla hasta el {date}, con todo lo que le agregaste.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>Not valid. It can only be shared labelled so, and you are asked first.</source>
        <translation>No válida. Solo se puede compartir marcada así, y antes te preguntamos.</translation>
    </message>
    <message>
        <source>Change what I wrote</source>
        <translation>Cambiar lo que escribí</translation>
    </message>
    <message>
        <source>You wrote this yourself. No issuer stands behind it, and whoever you share it with sees that.</source>
        <translation>Esto lo escribiste tú. Ningún emisor lo respalda, y con quien lo compartas lo ve.</translation>
    </message>
    <message>
        <source>Save the original file</source>
        <translation>Guardar el archivo original</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>Mover a la papelera</translation>
    </message>
    <message>
        <source>You said that you know this issuer. This is your own view and is never shared.</source>
        <translation>Dijiste que conoces a este emisor. Es tu propia opinión y nunca se comparte.</translation>
    </message>
    <message>
        <source>Take that back</source>
        <translation>Ya no lo conozco</translation>
    </message>
    <message>
        <source>Take back that I know this issuer</source>
        <translation>Retirar que conozco a este emisor</translation>
    </message>
    <message>
        <source>If you know them, you can say so. This is your own view and is never shared.</source>
        <translation>Si lo conoces, puedes decirlo. Es tu propia opinión y nunca se comparte.</translation>
    </message>
    <message>
        <source>I know this issuer</source>
        <translation>Conozco a este emisor</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>How it was earned</source>
        <translation>Cómo se obtuvo</translation>
    </message>
    <message>
        <source>Skills this shows</source>
        <translation>Habilidades que demuestra</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Lo que dice</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>In this record</source>
        <translation>En este expediente</translation>
    </message>
    <message>
        <source>Credits earned: {credits}</source>
        <translation>Créditos obtenidos: {credits}</translation>
    </message>
    <message>
        <source>Read the whole record</source>
        <translation>Leer todo el expediente</translation>
    </message>
    <message>
        <source>Endorsed by</source>
        <translation>Avalado por</translation>
    </message>
    <message>
        <source>Issued {date}</source>
        <translation>Emitida {date}</translation>
    </message>
    <message>
        <source>Ends {date}</source>
        <translation>Termina {date}</translation>
    </message>
    <message>
        <source>In your file since {date}</source>
        <translation>En tu archivo desde el {date}</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Fechas</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>This computer</source>
        <translation>Esta computadora</translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>QR code</source>
        <translation>Código QR</translation>
    </message>
    <message>
        <source>What they need</source>
        <translation>Lo que necesitan</translation>
    </message>
    <message>
        <source>This share is now in your sharing history.</source>
        <translation>Este envío ya está en tu historial.</translation>
    </message>
    <message>
        <source>The link</source>
        <translation>El enlace</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copiar el enlace</translation>
    </message>
    <message>
        <source>Save as a picture</source>
        <translation>Guardar como imagen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Your QR code for {name}</source>
        <translation>Tu código QR para {name}</translation>
    </message>
    <message>
        <source>Show it here, or save the picture to send or print it.</source>
        <translation>Muéstralo aquí, o guarda la imagen para enviarla o imprimirla.</translation>
    </message>
    <message>
        <source>A phone with a camera and internet</source>
        <translation>Un teléfono con cámara e internet</translation>
    </message>
    <message>
        <source>A photo or scan of this code, and this program (or ler-wallet verify) to check it. No internet, no account.</source>
        <translation>Una foto o un escaneo de este código, y este programa (o ler-wallet verify) para revisarlo. Sin internet ni cuenta.</translation>
    </message>
    <message>
        <source>Your link for {name}</source>
        <translation>Tu enlace para {name}</translation>
    </message>
    <message>
        <source>Copy all of it: a link that is cut short does not open.</source>
        <translation>Cópialo entero: un enlace cortado no se abre.</translation>
    </message>
    <message>
        <source>A browser and internet</source>
        <translation>Un navegador e internet</translation>
    </message>
    <message>
        <source>This program (or ler-wallet verify) to check it. No internet, no account.</source>
        <translation>Este programa (o ler-wallet verify) para revisarlo. Sin internet ni cuenta.</translation>
    </message>
    <message>
        <source>Save as a text file</source>
        <translation>Guardar como archivo de texto</translation>
    </message>
    <message>
        <source>What happens there</source>
        <translation>Qué pasa ahí</translation>
    </message>
    <message>
        <source>Your form for LinkedIn</source>
        <translation>Tu formulario para LinkedIn</translation>
    </message>
    <message>
        <source>Nothing was opened yet. This link fills in the form; whoever opens it tells LinkedIn what is in it.</source>
        <translation>Todavía no se abrió nada. Este enlace llena el formulario; quien lo abre le dice a LinkedIn lo que contiene.</translation>
    </message>
    <message>
        <source>You sign in there, look at the form, and save it. This wallet never does that for you.</source>
        <translation>Ahí inicias sesión, miras el formulario y lo guardas. Este programa nunca lo hace por ti.</translation>
    </message>
    <message>
        <source>This share is now in your sharing history, with the adult who agreed.</source>
        <translation>Esto ya está en tu historial de lo compartido, con la persona adulta que aceptó.</translation>
    </message>
    <message>
        <source>Tell them that it is for them alone: the adult did not agree to passing it on.</source>
        <translation>Diles que es solo para ellos: la persona adulta no aceptó que lo pasen a otros.</translation>
    </message>
    <message>
        <source>Open for {name}</source>
        <translation>Abierto para {name}</translation>
    </message>
    <message>
        <source>They scan this code with their phone&apos;s camera.</source>
        <translation>Escanean este código con la cámara de su teléfono.</translation>
    </message>
    <message>
        <source>Your moving code for {name}</source>
        <translation>Tu código en movimiento para {name}</translation>
    </message>
    <message>
        <source>It goes round until all codes were read.</source>
        <translation>Da vueltas hasta que se lean todos los códigos.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Your file for {name}</source>
        <translation>Tu archivo para {name}</translation>
    </message>
    <message>
        <source>{file} is ready. Send it, or hand it over on a stick.</source>
        <translation>{file} está listo. Envíalo, o entrégalo en una memoria USB.</translation>
    </message>
    <message>
        <source>The file, and this program (or ler-wallet verify) to check it. No internet, no account.</source>
        <translation>El archivo, y este programa (o ler-wallet verify) para revisarlo. Sin internet ni cuenta.</translation>
    </message>
    <message>
        <source>Save one more copy</source>
        <translation>Guardar otra copia</translation>
    </message>
    <message>
        <source>{what}. It opens the page at {page}. No program, no account.</source>
        <translation>{what}. Abre la página en {page}. Sin programa ni cuenta.</translation>
    </message>
    <message>
        <source>Your file is ready</source>
        <translation>Tu archivo está listo</translation>
    </message>
    <message>
        <source>It is an ordinary file.</source>
        <translation>Es un archivo como cualquier otro.</translation>
    </message>
    <message>
        <source>You can copy it to a stick and open it on another computer with the same passphrase.</source>
        <translation>Puedes copiarlo a una memoria USB y abrirlo en otra computadora con la misma frase de contraseña.</translation>
    </message>
    <message>
        <source>Your file is {name}, in {folder}.</source>
        <translation>Tu archivo es {name}, en {folder}.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) from your school wait for you.</source>
        <translation>
            <numerusform>%n archivo de tu escuela te espera.</numerusform>
            <numerusform>%n archivos de tu escuela te esperan.</numerusform>
        </translation>
    </message>
    <message>
        <source>You see each one first and choose what to keep.</source>
        <translation>Primero ves cada uno y eliges qué guardar.</translation>
    </message>
    <message>
        <source>You have a recovery kit.</source>
        <translation>Tienes un kit de recuperación.</translation>
    </message>
    <message>
        <source>Keep it away from this computer. A new passphrase ends it; then make a new one.</source>
        <translation>Guárdalo lejos de esta computadora. Una frase nueva lo anula; entonces haz uno nuevo.</translation>
    </message>
    <message>
        <source>You have no recovery kit yet.</source>
        <translation>Todavía no tienes un kit de recuperación.</translation>
    </message>
    <message>
        <source>If you forget your passphrase, nobody can open the file. You can make one in Settings.</source>
        <translation>Si olvidas tu frase de contraseña, nadie puede abrir el archivo. Puedes hacer un kit en Ajustes.</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Nothing here yet</source>
        <translation>Aquí todavía no hay nada</translation>
    </message>
    <message>
        <source>Add a badge or certificate you earned, at school or anywhere else. Drop its file anywhere on this window, or press the button.</source>
        <translation>Agrega una insignia o un certificado que obtuviste, en la escuela o en otro lugar. Suelta su archivo en cualquier parte de esta ventana, o presiona el botón.</translation>
    </message>
    <message>
        <source>Add a credential</source>
        <translation>Agregar una credencial</translation>
    </message>
    <message>
        <source>Look around with sample credentials</source>
        <translation>Mirar con credenciales de ejemplo</translation>
    </message>
    <message>
        <source>Write about something you did yourself</source>
        <translation>Escribir sobre algo que hiciste</translation>
    </message>
</context>
<context>
    <name>Endorsements</name>
    <message numerus="yes">
        <source>%n more, not shown.</source>
        <translation>
            <numerusform>%n más, sin mostrar.</numerusform>
            <numerusform>%n más, sin mostrar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>This endorses something else, so it says nothing about this credential.</source>
        <translation>Esto avala otra cosa, así que no dice nada de esta credencial.</translation>
    </message>
    <message>
        <source>What we checked</source>
        <translation>Qué revisamos</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Details for the people who make this program</source>
        <translation>Detalles para quienes hacen este programa</translation>
    </message>
    <message>
        <source>They name no person, no credential and no folder: you can send them on.</source>
        <translation>No nombran a ninguna persona, credencial ni carpeta: puedes enviarlos.</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copiar los detalles</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message numerus="yes">
        <source>It happened %n time(s) by now.</source>
        <translation>
            <numerusform>Ha pasado %n vez hasta ahora.</numerusform>
            <numerusform>Ha pasado %n veces hasta ahora.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>EvidenceList</name>
    <message numerus="yes">
        <source>%n more, not shown.</source>
        <translation>
            <numerusform>%n más, sin mostrar.</numerusform>
            <numerusform>%n más, sin mostrar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Not in the credential itself. Nothing is loaded from there.</source>
        <translation>No está dentro de la credencial. No se carga nada de allí.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Copy the address of {name}</source>
        <translation>Copiar la dirección de {name}</translation>
    </message>
</context>
<context>
    <name>FileLines</name>
    <message>
        <source>Look at it</source>
        <translation>Mirarlo</translation>
    </message>
    <message>
        <source>Look at {name}</source>
        <translation>Ver {name}</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>Save a copy of {name}</source>
        <translation>Guardar una copia de {name}</translation>
    </message>
</context>
<context>
    <name>FilePicker</name>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>Archivos y carpetas</translation>
    </message>
    <message>
        <source>Name of the new file</source>
        <translation>Nombre del archivo nuevo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>Usar esta carpeta</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>Guardar aquí</translation>
    </message>
    <message>
        <source>A file with this name is here already.</source>
        <translation>Aquí ya hay un archivo con este nombre.</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Documento PDF</translation>
    </message>
    <message>
        <source>ZIP archive</source>
        <translation>Archivo ZIP</translation>
    </message>
    <message>
        <source>3D model</source>
        <translation>Modelo 3D</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>What to show</source>
        <translation>Qué mostrar</translation>
    </message>
    <message>
        <source>Opens a list of collections, tags and the bin</source>
        <translation>Abre una lista de colecciones, etiquetas y la papelera</translation>
    </message>
    <message>
        <source>All credentials</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Colecciones</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>Show: {part}</source>
        <translation>Mostrar: {part}</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Welcome</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Recovery kit</source>
        <translation>Kit de recuperación</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>Sobre ti</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>Make a new file</source>
        <translation>Crear un archivo nuevo</translation>
    </message>
    <message>
        <source>Next: passphrase</source>
        <translation>Siguiente: contraseña</translation>
    </message>
    <message>
        <source>Make my file</source>
        <translation>Crear mi archivo</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>Ya lo tengo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Looking into the class pack…</source>
        <translation>Buscando en el paquete de clase…</translation>
    </message>
    <message>
        <source>Making your file…</source>
        <translation>Creando tu archivo…</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Elige una frase de contraseña</translation>
    </message>
    <message>
        <source>It locks your file. It never leaves this computer, so nobody can reset it for you: not your school, not us. A few random words are easy to remember and hard to guess.</source>
        <translation>Cierra tu archivo. Nunca sale de esta computadora, así que nadie puede cambiarla por ti: ni tu escuela, ni nosotros. Unas pocas palabras al azar son fáciles de recordar y difíciles de adivinar.</translation>
    </message>
    <message>
        <source>If you forget it, only your recovery kit can open the file.</source>
        <translation>Si la olvidas, solo tu kit de recuperación puede abrir el archivo.</translation>
    </message>
    <message>
        <source>You make the kit in the next step. Keep it on paper at home or with someone you trust.</source>
        <translation>Harás el kit en el paso siguiente. Guárdalo en papel, en casa o con alguien de confianza.</translation>
    </message>
    <message>
        <source>Make your recovery kit</source>
        <translation>Haz tu kit de recuperación</translation>
    </message>
    <message>
        <source>One page with 24 words and a square code. If you forget your passphrase, it opens your file.</source>
        <translation>Una hoja con 24 palabras y un código cuadrado. Si olvidas tu frase de contraseña, abre tu archivo.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Open my file</source>
        <translation>Abrir mi archivo</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Saltar</translation>
    </message>
</context>
<context>
    <name>FoundHead</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Ready to save</source>
        <translation>Por guardar</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>No válidas</translation>
    </message>
    <message>
        <source>You have these already</source>
        <translation>Ya las tienes</translation>
    </message>
    <message>
        <source>To fetch or to answer</source>
        <translation>Por obtener o responder</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>No se pudieron leer</translation>
    </message>
    <message>
        <source>The rows before these</source>
        <translation>Las filas anteriores</translation>
    </message>
    <message>
        <source>The rows after these</source>
        <translation>Las filas siguientes</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n por guardar</numerusform>
            <numerusform>%n por guardar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not valid</source>
        <translation>
            <numerusform>%n no válida</numerusform>
            <numerusform>%n no válidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n you have already</source>
        <translation>
            <numerusform>%n que ya tienes</numerusform>
            <numerusform>%n que ya tienes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to fetch or to answer</source>
        <translation>
            <numerusform>%n por obtener o responder</numerusform>
            <numerusform>%n por obtener o responder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n no se pudo leer</numerusform>
            <numerusform>%n no se pudieron leer</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows {rows}</source>
        <translation>Filas {rows}</translation>
    </message>
    <message>
        <source>{rows} of {total}</source>
        <translation>{rows} de {total}</translation>
    </message>
</context>
<context>
    <name>FrontPage</name>
    <message>
        <source>LER Wallet</source>
        <translation>LER Wallet</translation>
    </message>
    <message>
        <source>What we keep, and where</source>
        <translation>Qué guardamos, y dónde</translation>
    </message>
    <message>
        <source>One encrypted file, in a place you choose</source>
        <translation>Un archivo cifrado, en el lugar que elijas</translation>
    </message>
    <message>
        <source>No account, no sign-in, no tracking</source>
        <translation>Sin cuenta, sin registro, sin seguimiento</translation>
    </message>
    <message>
        <source>Works without internet</source>
        <translation>Funciona sin internet</translation>
    </message>
    <message>
        <source>Without passphrase or recovery kit nobody can open it</source>
        <translation>Sin la frase de contraseña o el kit de recuperación, nadie puede abrirlo</translation>
    </message>
</context>
<context>
    <name>FullScreenCode</name>
    <message>
        <source>QR code</source>
        <translation>Código QR</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Your questions</source>
        <translation>Tus preguntas</translation>
    </message>
    <message>
        <source>LER Wallet keeps learning and employment records in one encrypted file you own.</source>
        <translation>LER Wallet guarda tus registros de estudio y de trabajo en un solo archivo cifrado que es tuyo.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Who owns my data?</source>
        <translation>¿De quién son mis datos?</translation>
    </message>
    <message>
        <source>You do. Everything is in one file that only your passphrase or your recovery kit opens. There is no account. Unplug the internet, copy the file to a stick, open it on another computer: it works. “Export everything” writes it all out as ordinary files.</source>
        <translation>Son tuyos. Todo está en un archivo que solo se abre con tu contraseña o con tu kit de recuperación. No hay ninguna cuenta. Desconecta internet, copia el archivo a una memoria USB, ábrelo en otra computadora: funciona. «Exportar todo» lo escribe como archivos comunes.</translation>
    </message>
    <message>
        <source>What happens to what I share?</source>
        <translation>¿Qué pasa con lo que comparto?</translation>
    </message>
    <message>
        <source>Each share is kept under Sharing: who, why, what, when, how and until when. Open one to see the very thing that was sent. A copy that somebody has cannot be called back, but you can ask them to delete it.</source>
        <translation>Todo lo que compartes queda anotado en Envíos: con quién, para qué, qué, cuándo, cómo y hasta cuándo. Ábrelo para ver exactamente lo que se envió. Una copia que alguien tiene no se puede retirar, pero puedes pedir que la borre.</translation>
    </message>
    <message>
        <source>How do I know that a credential is true?</source>
        <translation>¿Cómo sé que una credencial es cierta?</translation>
    </message>
    <message>
        <source>Open it and read “What we checked”: the signature, the issuer, the dates, whether it was cancelled, whether it was given to you, and what could not be checked. If one letter was changed after it was issued, it says “Not valid”. A good signature does not say that issuers are who they say they are: for that, add a list of issuers your school knows, in Settings.</source>
        <translation>Ábrela y lee «Qué revisamos»: la firma, el emisor, las fechas, si se canceló, si se te dio a ti, y lo que no se pudo revisar. Si se cambió una letra después de emitirla, dice «No válida». Una buena firma no dice que los emisores son quienes dicen ser: para eso, agrega en Ajustes una lista de emisores que tu escuela conoce.</translation>
    </message>
    <message>
        <source>Can I arrange it for what I want to become?</source>
        <translation>¿Puedo ordenarlo según lo que quiero ser?</translation>
    </message>
    <message>
        <source>Yes. Put what belongs together into a collection, show what matters first, add tags and notes. Only you see them. “Filter” finds what you need by type, status, year and skill, and “Skills” shows what you can do, with what shows it. Goals and pathways are not in this version yet.</source>
        <translation>Sí. Pon lo que va junto en una colección, muestra primero lo que importa, agrega etiquetas y notas. Solo tú las ves. «Filtrar» encuentra lo que necesitas por tipo, estado, año y habilidad, y «Habilidades» muestra lo que sabes hacer y qué lo muestra. Las metas y los caminos todavía no están en esta versión.</translation>
    </message>
    <message>
        <source>Nothing to install. The page that checks itself opens in any browser, also on a phone and without internet, and sends nothing back. Under Help, “Handouts and guides” there is a page for each to hand out, and a sample to practise with.</source>
        <translation>No tienen que instalar nada. La página que se revisa sola se abre en cualquier navegador, también en un teléfono y sin internet, y no envía nada de vuelta. En Ayuda, «Hojas y guías», hay una hoja para cada uno y un ejemplo para practicar.</translation>
    </message>
    <message>
        <source>With the samples: they show everything in ten minutes, also a credential that was changed. “Check a credential” works without a file of one&apos;s own. A script, a poster and a sheet for the district are under “Handouts and guides”.</source>
        <translation>Con los ejemplos: muestran todo en diez minutos, también una credencial que se cambió. «Revisar una credencial» funciona sin tener un archivo propio. En «Hojas y guías» hay un guion, un cartel y una hoja para el distrito.</translation>
    </message>
    <message>
        <source>Can my records be used against me?</source>
        <translation>¿Se pueden usar mis registros contra mí?</translation>
    </message>
    <message>
        <source>Nothing leaves this computer until you share it. Then birth dates, numbers and the like are off at first, where the issuer lets you leave them out. Where not, you are told what goes along before it leaves.</source>
        <translation>Nada sale de esta computadora hasta que lo compartes. Entonces las fechas de nacimiento, los números y datos parecidos están apagados al principio, si el emisor permite dejarlos fuera. Si no, se te dice qué va incluido antes de que salga.</translation>
    </message>
    <message>
        <source>What do employers and colleges need?</source>
        <translation>¿Qué necesitan los empleadores y las universidades?</translation>
    </message>
    <message>
        <source>How can my school show it to others?</source>
        <translation>¿Cómo puede mi escuela mostrarlo a otros?</translation>
    </message>
    <message>
        <source>Will others accept it?</source>
        <translation>¿Lo aceptarán otros?</translation>
    </message>
    <message>
        <source>What you share holds the original as its issuer signed it, in an open format. Whoever gets it can check it with other programs, too.</source>
        <translation>Lo que compartes contiene el original como lo firmó su emisor, en un formato abierto. Quien lo recibe también puede revisarlo con otros programas.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Every command is in the menu bar, too. Alt or F10 leads there.</source>
        <translation>Todo está también en la barra de menús. Alt o F10 llevan allí.</translation>
    </message>
    <message>
        <source>Next field or button</source>
        <translation>Campo o botón siguiente</translation>
    </message>
    <message>
        <source>Move among credentials</source>
        <translation>Moverse entre credenciales</translation>
    </message>
    <message>
        <source>Open a credential</source>
        <translation>Abrir una credencial</translation>
    </message>
    <message>
        <source>Choose, or press a button</source>
        <translation>Elegir, o pulsar un botón</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Leave a page without saving</source>
        <translation>Salir de una página sin guardar</translation>
    </message>
</context>
<context>
    <name>HowStep</name>
    <message>
        <source>Passphrase for this file</source>
        <translation>Frase secreta para este archivo</translation>
    </message>
    <message>
        <source>How do they get it?</source>
        <translation>¿Cómo lo reciben?</translation>
    </message>
    <message>
        <source>A code is offered only where the answer is one signed record that a code can hold.</source>
        <translation>Un código se ofrece solo cuando la respuesta es un único registro firmado que cabe en un código.</translation>
    </message>
    <message>
        <source>Ready to create</source>
        <translation>Todo listo para crearlo</translation>
    </message>
    <message>
        <source>Tell them the passphrase on another way than the file.</source>
        <translation>Diles la frase secreta por un camino distinto al del archivo.</translation>
    </message>
    <message>
        <source>By phone, or in person. Write it down now: it is kept nowhere. Do not use the one of your own file.</source>
        <translation>Por teléfono o en persona. Anótala ahora: no se guarda en ningún lugar. No uses la de tu propio archivo.</translation>
    </message>
    <message>
        <source>Can I stop it later? No.</source>
        <translation>¿Puedo detenerlo después? No.</translation>
    </message>
    <message>
        <source>What they will read</source>
        <translation>Lo que leerán</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>Termina el</translation>
    </message>
    <message>
        <source>No end date</source>
        <translation>Sin fecha de fin</translation>
    </message>
    <message>
        <source>The record in it has {size} kB. The next step asks where to put it.</source>
        <translation>El registro que contiene tiene {size} kB. El paso siguiente pregunta dónde ponerlo.</translation>
    </message>
    <message>
        <source>LinkedIn gets this, and nothing else:</source>
        <translation>LinkedIn recibe esto, y nada más:</translation>
    </message>
    <message>
        <source>It would have {count} letters; many mail programs cut such links. A file is safer.</source>
        <translation>Tendría {count} letras; muchos programas de correo cortan enlaces así. Un archivo es más seguro.</translation>
    </message>
</context>
<context>
    <name>Idle</name>
    <message numerus="yes">
        <source>Locked because nobody used the wallet for %n second(s).</source>
        <translation>
            <numerusform>Se cerró porque nadie usó el programa durante %n segundo.</numerusform>
            <numerusform>Se cerró porque nadie usó el programa durante %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>Any key or click keeps your file open.</source>
        <translation>Cualquier tecla o clic mantiene abierto tu archivo.</translation>
    </message>
    <message>
        <source>I&apos;m still here</source>
        <translation>Sigo aquí</translation>
    </message>
    <message numerus="yes">
        <source>Nobody seems to be here. Locking in %n second(s).</source>
        <translation>
            <numerusform>Parece que no hay nadie. Se cierra en %n segundo.</numerusform>
            <numerusform>Parece que no hay nadie. Se cierra en %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inside</name>
    <message numerus="yes">
        <source>%n credential(s) inside.</source>
        <translation>
            <numerusform>Contiene %n credencial.</numerusform>
            <numerusform>Contiene %n credenciales.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinSheet</name>
    <message>
        <source>A copy on a stick, a backup, or a “conflicted copy” of a sync program.</source>
        <translation>Una copia en una memoria USB, una copia de seguridad o una «copia en conflicto» de un programa de sincronización.</translation>
    </message>
    <message>
        <source>Choose the other file</source>
        <translation>Elegir el otro archivo</translation>
    </message>
    <message>
        <source>Passphrase of the other file</source>
        <translation>Frase de contraseña del otro archivo</translation>
    </message>
    <message>
        <source>The other file is mine, too. Put everything into this one.</source>
        <translation>El otro archivo también es mío. Pon todo en este.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Bring it together</source>
        <translation>Juntarlos</translation>
    </message>
    <message>
        <source>Bring two files together</source>
        <translation>Juntar dos archivos</translation>
    </message>
    <message>
        <source>What only the other file holds comes into this one. Nothing is taken away, the other stays as it is.</source>
        <translation>Lo que solo tiene el otro archivo pasa a este. No se quita nada y el otro queda como está.</translation>
    </message>
    <message>
        <source>Which other file?</source>
        <translation>¿Qué otro archivo?</translation>
    </message>
    <message>
        <source>Often the same as yours, or the one you had before.</source>
        <translation>Muchas veces es la misma que la tuya, o la que tenías antes.</translation>
    </message>
    <message>
        <source>Wallet files (*.lerwallet);;All files (*)</source>
        <translation>Archivos de cartera (*.lerwallet);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>That is the file that is open.</source>
        <translation>Ese es el archivo que está abierto.</translation>
    </message>
    <message>
        <source>Choose the other one.</source>
        <translation>Elige el otro.</translation>
    </message>
    <message>
        <source>Bringing it together…</source>
        <translation>Juntando…</translation>
    </message>
    <message>
        <source>There was nothing to add.</source>
        <translation>No había nada que agregar.</translation>
    </message>
    <message>
        <source>This file holds everything of the other.</source>
        <translation>Este archivo tiene todo lo del otro.</translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) added.</source>
        <translation>
            <numerusform>%n credencial agregada.</numerusform>
            <numerusform>%n credenciales agregadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other thing(s) added: notes, files, shares, keys.</source>
        <translation>
            <numerusform>%n cosa más agregada: notas, archivos, envíos, claves.</numerusform>
            <numerusform>%n cosas más agregadas: notas, archivos, envíos, claves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) with a later check now.</source>
        <translation>
            <numerusform>%n credencial con una revisión más reciente.</numerusform>
            <numerusform>%n credenciales con una revisión más reciente.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) that only one of the two had deleted stay.</source>
        <translation>
            <numerusform>Se queda %n cosa que solo uno de los dos había borrado.</numerusform>
            <numerusform>Se quedan %n cosas que solo uno de los dos había borrado.</numerusform>
        </translation>
    </message>
    <message>
        <source>The other file was not changed.</source>
        <translation>El otro archivo no se ha cambiado.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>The other file is not a copy of this one, but a wallet of its own.</source>
        <translation>El otro archivo no es una copia de este, sino una cartera aparte.</translation>
    </message>
    <message>
        <source>It may be somebody else&apos;s, so nothing was added. Say below if it is yours.</source>
        <translation>Puede ser de otra persona, así que no se agregó nada. Di abajo si es tuyo.</translation>
    </message>
</context>
<context>
    <name>KeptSites</name>
    <message>
        <source>Sites you stay connected to</source>
        <translation>Sitios con los que sigues conectado</translation>
    </message>
    <message>
        <source>Connected since {date}</source>
        <translation>Conectado desde el {date}</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Traer</translation>
    </message>
    <message>
        <source>Fetch from {site}</source>
        <translation>Traer de {site}</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Forget {site}</source>
        <translation>Olvidar {site}</translation>
    </message>
</context>
<context>
    <name>KeysPart</name>
    <message>
        <source>{name} also holds private keys of the other wallet.</source>
        <translation>{name} contiene también claves privadas de la otra cartera.</translation>
    </message>
    <message>
        <source>It is not encrypted: whoever gets it can sign as its owner. Delete that file when you no longer need it.</source>
        <translation>No está cifrado: quien lo tenga puede firmar como su dueño. Borra ese archivo cuando ya no lo necesites.</translation>
    </message>
    <message>
        <source>Bring the keys in, too</source>
        <translation>Traer también las claves</translation>
    </message>
    <message>
        <source>Each becomes a profile of yours, so that you can answer as the holder you were there.</source>
        <translation>Cada una se vuelve un perfil tuyo, para que puedas responder como el titular que eras ahí.</translation>
    </message>
    <message>
        <source>Delete that file once everything in it is kept</source>
        <translation>Borrar ese archivo cuando todo lo que tiene esté guardado</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) became profiles: {names}.</source>
        <translation>
            <numerusform>%n clave se volvió un perfil: {names}.</numerusform>
            <numerusform>%n claves se volvieron perfiles: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) you had already.</source>
        <translation>
            <numerusform>%n clave ya la tenías.</numerusform>
            <numerusform>%n claves ya las tenías.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) could not be used.</source>
        <translation>
            <numerusform>%n clave no se pudo usar.</numerusform>
            <numerusform>%n claves no se pudieron usar.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} was deleted.</source>
        <translation>Se borró {name}.</translation>
    </message>
    <message>
        <source>{name} was not deleted: not all of it was kept.</source>
        <translation>No se borró {name}: no se guardó todo lo que tiene.</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Present passphrase</source>
        <translation>Frase de contraseña actual</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Frase de contraseña nueva</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Change your passphrase</source>
        <translation>Cambia tu frase de contraseña</translation>
    </message>
    <message>
        <source>The old passphrase and the old recovery kit will not open this file any more.</source>
        <translation>La frase anterior y el kit de recuperación anterior ya no abrirán este archivo.</translation>
    </message>
    <message>
        <source>Make a new recovery kit</source>
        <translation>Hacer un kit de recuperación nuevo</translation>
    </message>
    <message>
        <source>The old kit will not open this file any more. Your passphrase stays.</source>
        <translation>El kit anterior ya no abrirá este archivo. Tu frase de contraseña sigue igual.</translation>
    </message>
    <message>
        <source>Your recovery kit</source>
        <translation>Tu kit de recuperación</translation>
    </message>
    <message>
        <source>One page with 24 words and a square code. If you forget your passphrase, it opens your file.</source>
        <translation>Una hoja con 24 palabras y un código cuadrado. Si olvidas tu frase de contraseña, abre tu archivo.</translation>
    </message>
    <message>
        <source>Copies and backups you made before still open with the old passphrase and the old kit.</source>
        <translation>Las copias que hiciste antes todavía se abren con la frase anterior y el kit anterior.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Cambiarla</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Hacerlo</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>Ya lo tengo</translation>
    </message>
    <message>
        <source>Noted: you have your recovery kit.</source>
        <translation>Anotado: tienes tu kit de recuperación.</translation>
    </message>
    <message>
        <source>Writing your file anew…</source>
        <translation>Escribiendo tu archivo de nuevo…</translation>
    </message>
    <message>
        <source>Your passphrase was changed.</source>
        <translation>Tu frase de contraseña cambió.</translation>
    </message>
    <message>
        <source>Now make a new recovery kit.</source>
        <translation>Ahora haz un kit de recuperación nuevo.</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Badge</source>
        <translation>Insignia</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Diploma or degree</source>
        <translation>Diploma o título</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Historial académico</translation>
    </message>
    <message>
        <source>License</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Job or internship</source>
        <translation>Empleo o práctica</translation>
    </message>
    <message>
        <source>Volunteer work</source>
        <translation>Voluntariado</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Curso</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Otra cosa</translation>
    </message>
</context>
<context>
    <name>KindCounts</name>
    <message numerus="yes">
        <source>%n badge(s)</source>
        <translation>
            <numerusform>%n insignia</numerusform>
            <numerusform>%n insignias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n certificado</numerusform>
            <numerusform>%n certificados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n diploma(s) or degree(s)</source>
        <translation>
            <numerusform>%n diploma o título</numerusform>
            <numerusform>%n diplomas o títulos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transcript(s)</source>
        <translation>
            <numerusform>%n expediente académico</numerusform>
            <numerusform>%n expedientes académicos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n license(s)</source>
        <translation>
            <numerusform>%n licencia</numerusform>
            <numerusform>%n licencias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) or internship(s)</source>
        <translation>
            <numerusform>%n empleo o práctica</numerusform>
            <numerusform>%n empleos o prácticas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volunteer work(s)</source>
        <translation>
            <numerusform>%n voluntariado</numerusform>
            <numerusform>%n voluntariados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n course(s)</source>
        <translation>
            <numerusform>%n curso</numerusform>
            <numerusform>%n cursos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of another kind</source>
        <translation>
            <numerusform>%n de otro tipo</numerusform>
            <numerusform>%n de otro tipo</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KitDesk</name>
    <message>
        <source>recovery-kit</source>
        <translation>kit-de-recuperacion</translation>
    </message>
    <message>
        <source>Save the recovery kit</source>
        <translation>Guardar el kit de recuperación</translation>
    </message>
    <message>
        <source>Saved as {name}. Print it, then delete that file.</source>
        <translation>Se guardó como {name}. Imprímelo y luego borra ese archivo.</translation>
    </message>
    <message>
        <source>Sent to the printer. Look that the page came out well.</source>
        <translation>Se envió a la impresora. Mira que la hoja haya salido bien.</translation>
    </message>
</context>
<context>
    <name>KitStep</name>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Show the words</source>
        <translation>Mostrar las palabras</translation>
    </message>
    <message>
        <source>Word {number}</source>
        <translation>Palabra {number}</translation>
    </message>
    <message>
        <source>Whoever has this page and your file can read everything in it.</source>
        <translation>Quien tenga esta hoja y tu archivo puede leer todo lo que hay en él.</translation>
    </message>
    <message>
        <source>Keep it on paper, at home or with someone you trust, away from the computer. Take no photo.</source>
        <translation>Guárdala en papel, en casa o con alguien de confianza, lejos de la computadora. No le tomes fotos.</translation>
    </message>
    <message>
        <source>To be sure that you have it, type two of its words.</source>
        <translation>Para asegurarnos de que lo tienes, escribe dos de sus palabras.</translation>
    </message>
    <message>
        <source>Hide the words</source>
        <translation>Ocultar las palabras</translation>
    </message>
</context>
<context>
    <name>LaterPages</name>
    <message>
        <source>Saved in your file.</source>
        <translation>Guardado en tu archivo.</translation>
    </message>
</context>
<context>
    <name>LinkFetching</name>
    <message>
        <source>Fetching from the website</source>
        <translation>Buscando en el sitio web</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Search credentials, skills, issuers</source>
        <translation>Busca credenciales, habilidades, emisores</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Más recientes</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>Elegir varias</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Credenciales</translation>
    </message>
    <message>
        <source>Empty the bin</source>
        <translation>Vaciar la papelera</translation>
    </message>
    <message>
        <source>On one page</source>
        <translation>En una página</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>Locked because the computer went to sleep.</source>
        <translation>Se cerró porque la computadora se suspendió.</translation>
    </message>
    <message>
        <source>Locked because the screen was locked.</source>
        <translation>Se cerró porque se bloqueó la pantalla.</translation>
    </message>
    <message>
        <source>Locked because another person took this computer.</source>
        <translation>Se cerró porque otra persona empezó a usar esta computadora.</translation>
    </message>
    <message>
        <source>Locked because the place of your file is gone.</source>
        <translation>Se cerró porque el lugar de tu archivo ya no está.</translation>
    </message>
    <message>
        <source>Your file was moved. The copy was opened and compared: nothing is missing.</source>
        <translation>Tu archivo se movió. La copia se abrió y se comparó: no falta nada.</translation>
    </message>
    <message>
        <source>The copy is whole and in its place, but the old file could not be changed.</source>
        <translation>La copia está completa y en su lugar, pero el archivo anterior no se pudo cambiar.</translation>
    </message>
    <message>
        <source>Locked, so that nothing more is written to the damaged file.</source>
        <translation>Se cerró para que no se escriba nada más en el archivo dañado.</translation>
    </message>
    <message>
        <source>Locked.</source>
        <translation>Cerrado.</translation>
    </message>
    <message>
        <source>Put the stick back in to open your file again.</source>
        <translation>Conecta de nuevo la memoria USB para volver a abrir tu archivo.</translation>
    </message>
    <message>
        <source>From now on open the new one. Your passphrase and your recovery kit stay.</source>
        <translation>De ahora en adelante abre el nuevo. Tu contraseña y tu kit de recuperación siguen igual.</translation>
    </message>
    <message>
        <source>From now on open the new one. Delete the old one yourself, if you want to.</source>
        <translation>De ahora en adelante abre el nuevo. Si quieres, borra tú el anterior.</translation>
    </message>
    <message>
        <source>Look what is damaged, then put a copy back or save what can be read.</source>
        <translation>Mira qué está dañado; luego recupera una copia o salva lo que se pueda leer.</translation>
    </message>
    <message>
        <source>Everything you saved is in your file.</source>
        <translation>Todo lo que guardaste está en tu archivo.</translation>
    </message>
</context>
<context>
    <name>LockCard</name>
    <message>
        <source>Lock and leave</source>
        <translation>Cerrar y salir</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Cerrar ahora</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Your file:</source>
        <translation>Tu archivo:</translation>
    </message>
    <message>
        <source>Your file: {name}</source>
        <translation>Tu archivo: {name}</translation>
    </message>
    <message>
        <source>in {folder}. Only you have the key.</source>
        <translation>en {folder}. Solo tú tienes la llave.</translation>
    </message>
    <message>
        <source>No recovery kit</source>
        <translation>Falta el kit</translation>
    </message>
    <message>
        <source>If you forget your passphrase, only a recovery kit opens your file.</source>
        <translation>Si olvidas tu frase de contraseña, solo un kit de recuperación abre tu archivo.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Haz una copia</translation>
    </message>
    <message>
        <source>If this computer breaks or is lost, a copy in a second place is what you have.</source>
        <translation>Si esta computadora se daña o se pierde, lo que te queda es una copia en otro lugar.</translation>
    </message>
</context>
<context>
    <name>LockedBackup</name>
    <message>
        <source>Passphrase of the backup, chosen in the other wallet</source>
        <translation>Frase secreta de la copia, elegida en la otra cartera</translation>
    </message>
    <message>
        <source>Open the backup</source>
        <translation>Abrir la copia</translation>
    </message>
</context>
<context>
    <name>LookAlikes</name>
    <message>
        <source>Join them</source>
        <translation>Unirlas</translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation>Dejarlas separadas</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Your file is locked.</source>
        <translation>Tu archivo está cerrado.</translation>
    </message>
    <message>
        <source>Unlock it first, then add credentials.</source>
        <translation>Ábrelo primero y luego agrega credenciales.</translation>
    </message>
    <message>
        <source>LER Wallet</source>
        <translation>LER Wallet</translation>
    </message>
    <message>
        <source>Wallet files (*{suffix})</source>
        <translation>Archivos del programa (*{suffix})</translation>
    </message>
    <message>
        <source>Open your file</source>
        <translation>Abrir tu archivo</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>Save the file</source>
        <translation>Guardar el archivo</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Guardar la imagen</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Imagen (*.png)</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Se guardó como {name}.</translation>
    </message>
    <message>
        <source>Copied. It leaves the clipboard when your file locks.</source>
        <translation>Copiado. Sale del portapapeles cuando se cierra tu archivo.</translation>
    </message>
    <message>
        <source>Opened in your browser.</source>
        <translation>Se abrió en tu navegador.</translation>
    </message>
    <message>
        <source>No browser could be opened here. Copy the link instead.</source>
        <translation>Aquí no se pudo abrir un navegador. Mejor copia el enlace.</translation>
    </message>
    <message>
        <source>for-{name}</source>
        <translation>para-{name}</translation>
    </message>
</context>
<context>
    <name>MaterialView</name>
    <message>
        <source>QR code of the poster</source>
        <translation>Código QR del cartel</translation>
    </message>
    <message>
        <source>Where is the page for receivers?</source>
        <translation>¿Dónde está la página para quien recibe?</translation>
    </message>
    <message>
        <source>Put the code on it</source>
        <translation>Poner el código</translation>
    </message>
</context>
<context>
    <name>MaterialsList</name>
    <message>
        <source>Language of the pages</source>
        <translation>Idioma de las hojas</translation>
    </message>
    <message>
        <source>Handouts and guides</source>
        <translation>Hojas y guías</translation>
    </message>
    <message>
        <source>To hand out</source>
        <translation>Para repartir</translation>
    </message>
    <message>
        <source>For those who receive a record</source>
        <translation>Para quienes reciben un registro</translation>
    </message>
    <message>
        <source>To show it, and to decide</source>
        <translation>Para mostrarlo y para decidir</translation>
    </message>
    <message>
        <source>Facts about the program</source>
        <translation>Datos del programa</translation>
    </message>
    <message>
        <source>Poster: {title}</source>
        <translation>Cartel: {title}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open: {title}</source>
        <translation>Abrir: {title}</translation>
    </message>
    <message>
        <source>A share of sample credentials, as a page for a browser or a file for the command line. The changed one shows what is said when somebody put a word in.</source>
        <translation>Un envío de credenciales de ejemplo, como página para un navegador o archivo para la línea de comandos. El cambiado muestra qué se dice cuando alguien agregó una palabra.</translation>
    </message>
    <message>
        <source>Save a sample to practise with</source>
        <translation>Guardar un ejemplo para practicar</translation>
    </message>
    <message>
        <source>Genuine…</source>
        <translation>Auténtico…</translation>
    </message>
    <message>
        <source>Save a genuine sample</source>
        <translation>Guardar un ejemplo auténtico</translation>
    </message>
    <message>
        <source>Changed…</source>
        <translation>Cambiado…</translation>
    </message>
    <message>
        <source>Save a changed sample</source>
        <translation>Guardar un ejemplo cambiado</translation>
    </message>
</context>
<context>
    <name>MaterialsSheet</name>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Making this page…</source>
        <translation>Preparando esta hoja…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>practice-changed</source>
        <translation>practica-cambiado</translation>
    </message>
    <message>
        <source>practice-genuine</source>
        <translation>practica-autentico</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Página web (*.html)</translation>
    </message>
    <message>
        <source>File for the command line (*.json)</source>
        <translation>Archivo para la línea de comandos (*.json)</translation>
    </message>
    <message>
        <source>Save a sample to practise with</source>
        <translation>Guardar un ejemplo para practicar</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Se guardó como {name}.</translation>
    </message>
    <message>
        <source>Every name in it is invented. Nothing of yours is in it.</source>
        <translation>Todos los nombres son inventados. No contiene nada tuyo.</translation>
    </message>
    <message>
        <source>Sent to the printer. Look that the page came out well.</source>
        <translation>Enviado a la impresora. Mira que la hoja haya salido bien.</translation>
    </message>
    <message>
        <source>Handouts and guides</source>
        <translation>Hojas y guías</translation>
    </message>
    <message>
        <source>To read, save or print, in English and Spanish. Each is one page. Nothing is loaded from the web.</source>
        <translation>Para leer, guardar o imprimir, en inglés y español. Cada una es una hoja. No se carga nada de la web.</translation>
    </message>
</context>
<context>
    <name>MendFlow</name>
    <message>
        <source>Lock and mend it</source>
        <translation>Cerrar y reparar</translation>
    </message>
    <message>
        <source>Which file is damaged?</source>
        <translation>¿Qué archivo está dañado?</translation>
    </message>
    <message>
        <source>{name} saved{suffix}</source>
        <translation>{name} salvado{suffix}</translation>
    </message>
    <message>
        <source>Where shall the new file go?</source>
        <translation>¿Dónde quieres el archivo nuevo?</translation>
    </message>
    <message>
        <source>Which copy shall be put back?</source>
        <translation>¿Qué copia quieres recuperar?</translation>
    </message>
    <message>
        <source>Wallet files (*{suffix})</source>
        <translation>Archivos de la billetera (*{suffix})</translation>
    </message>
</context>
<context>
    <name>MendPage</name>
    <message>
        <source>Passphrase</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Look what is damaged</source>
        <translation>Ver qué está dañado</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Salvar lo que se pueda leer</translation>
    </message>
    <message>
        <source>Copy to put back</source>
        <translation>Copia que se recupera</translation>
    </message>
    <message>
        <source>Choose a copy</source>
        <translation>Elegir una copia</translation>
    </message>
    <message>
        <source>Put this copy back</source>
        <translation>Recuperar esta copia</translation>
    </message>
    <message>
        <source>Mend a damaged file</source>
        <translation>Reparar un archivo dañado</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Open the new file</source>
        <translation>Abrir el archivo nuevo</translation>
    </message>
    <message>
        <source>{name}, in {folder}</source>
        <translation>{name}, en {folder}</translation>
    </message>
    <message>
        <source>Nothing is damaged: every page and every record is whole.</source>
        <translation>Nada está dañado: todas las páginas y todos los registros están completos.</translation>
    </message>
    <message>
        <source>You can open it.</source>
        <translation>Puedes abrirlo.</translation>
    </message>
    <message numerus="yes">
        <source>%n damaged page(s).</source>
        <translation>
            <numerusform>%n página dañada.</numerusform>
            <numerusform>%n páginas dañadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other damaged item(s).</source>
        <translation>
            <numerusform>%n elemento más dañado.</numerusform>
            <numerusform>%n elementos más dañados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Part of this file is damaged.</source>
        <translation>Una parte de este archivo está dañada.</translation>
    </message>
    <message>
        <source>Put back a copy, if you have a newer one than what you would lose; or save what can be read.</source>
        <translation>Recupera una copia, si tienes una que no te haga perder mucho; o salva lo que se pueda leer.</translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) saved in a new file.</source>
        <translation>
            <numerusform>%n credencial salvada en un archivo nuevo.</numerusform>
            <numerusform>%n credenciales salvadas en un archivo nuevo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are known to be lost.</source>
        <translation>
            <numerusform>Se sabe que se perdió %n cosa.</numerusform>
            <numerusform>Se sabe que se perdieron %n cosas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read.</source>
        <translation>
            <numerusform>%n página no se pudo leer.</numerusform>
            <numerusform>%n páginas no se pudieron leer.</numerusform>
        </translation>
    </message>
    <message>
        <source>It opens with the same passphrase. Make a new recovery kit for it. The damaged file stays as it is.</source>
        <translation>Se abre con la misma contraseña. Haz un kit de recuperación nuevo para él. El archivo dañado queda como está.</translation>
    </message>
    <message numerus="yes">
        <source>The copy is in its place, with %n credential(s).</source>
        <translation>
            <numerusform>La copia está en su lugar, con %n credencial.</numerusform>
            <numerusform>La copia está en su lugar, con %n credenciales.</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file is still there, as {name}.</source>
        <translation>El archivo dañado sigue allí, como {name}.</translation>
    </message>
    <message>
        <source>Nothing is written to the damaged file. Whatever you choose, it stays as it is.</source>
        <translation>No se escribe nada en el archivo dañado. Elijas lo que elijas, queda como está.</translation>
    </message>
    <message>
        <source>Its passphrase</source>
        <translation>Su contraseña</translation>
    </message>
    <message>
        <source>1. Look</source>
        <translation>1. Mirar</translation>
    </message>
    <message>
        <source>Every page and every record is read. This changes nothing.</source>
        <translation>Se leen todas las páginas y todos los registros. Esto no cambia nada.</translation>
    </message>
    <message>
        <source>2. Put a copy back</source>
        <translation>2. Recuperar una copia</translation>
    </message>
    <message>
        <source>A backup or an automatic copy takes the place of the file. What was there is kept under another name.</source>
        <translation>Una copia de seguridad o una copia automática toma el lugar del archivo. Lo que estaba allí se guarda con otro nombre.</translation>
    </message>
    <message>
        <source>3. Save what can be read</source>
        <translation>3. Salvar lo que se pueda leer</translation>
    </message>
    <message>
        <source>All that can still be read goes into a new file, with the same passphrase.</source>
        <translation>Todo lo que todavía se puede leer va a un archivo nuevo, con la misma contraseña.</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Leyendo el archivo…</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;New file…</source>
        <translation>Archivo &amp;nuevo…</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>A&amp;brir archivo…</translation>
    </message>
    <message>
        <source>&amp;Check a credential…</source>
        <translation>&amp;Revisar una credencial…</translation>
    </message>
    <message>
        <source>&amp;Add credentials…</source>
        <translation>&amp;Agregar credenciales…</translation>
    </message>
    <message>
        <source>&amp;Paste a credential</source>
        <translation>&amp;Pegar una credencial</translation>
    </message>
    <message>
        <source>&amp;Write my own…</source>
        <translation>&amp;Escribir algo propio…</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>Hacer una c&amp;opia de seguridad…</translation>
    </message>
    <message>
        <source>&amp;Move to another place…</source>
        <translation>&amp;Mover a otro lugar…</translation>
    </message>
    <message>
        <source>Br&amp;ing two files together…</source>
        <translation>&amp;Juntar dos archivos…</translation>
    </message>
    <message>
        <source>&amp;Export everything…</source>
        <translation>E&amp;xportar todo…</translation>
    </message>
    <message>
        <source>Mend a &amp;damaged file…</source>
        <translation>Reparar un archivo &amp;dañado…</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;Cerrar ahora</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Credential</source>
        <translation>&amp;Credencial</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Share…</source>
        <translation>&amp;Compartir…</translation>
    </message>
    <message>
        <source>A&amp;nswer a request…</source>
        <translation>Respo&amp;nder a una petición…</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>&amp;Revisar otra vez</translation>
    </message>
    <message>
        <source>Save the &amp;original file…</source>
        <translation>Guardar el archivo &amp;original…</translation>
    </message>
    <message>
        <source>A collection on &amp;one page…</source>
        <translation>Una colección en una &amp;página…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Borrar</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>Bu&amp;scar…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Credentials</source>
        <translation>&amp;Credenciales</translation>
    </message>
    <message>
        <source>S&amp;kills</source>
        <translation>&amp;Habilidades</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Resumen</translation>
    </message>
    <message>
        <source>&amp;Sharing</source>
        <translation>&amp;Envíos</translation>
    </message>
    <message>
        <source>S&amp;ettings</source>
        <translation>&amp;Ajustes</translation>
    </message>
    <message>
        <source>&amp;Advising view</source>
        <translation>Vista de &amp;orientación</translation>
    </message>
    <message>
        <source>Next &amp;area</source>
        <translation>Área &amp;siguiente</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>C&amp;olores</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;Tamaño del texto</translation>
    </message>
    <message>
        <source>&amp;Bigger text</source>
        <translation>&amp;Más grande</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Más &amp;pequeño</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Your questions</source>
        <translation>&amp;Tus preguntas</translation>
    </message>
    <message>
        <source>For &amp;counselors</source>
        <translation>Para &amp;orientadores</translation>
    </message>
    <message>
        <source>&amp;Handouts and guides…</source>
        <translation>&amp;Hojas y guías…</translation>
    </message>
    <message>
        <source>&amp;Further reading</source>
        <translation>Para &amp;leer más</translation>
    </message>
    <message>
        <source>&amp;About LER Wallet</source>
        <translation>&amp;Acerca de LER Wallet</translation>
    </message>
    <message>
        <source>&amp;Match this computer</source>
        <translation>&amp;Como esta computadora</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>C&amp;laro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;Strong contrast, light</source>
        <translation>Contraste &amp;fuerte, claro</translation>
    </message>
    <message>
        <source>S&amp;trong contrast, dark</source>
        <translation>Contraste fuert&amp;e, oscuro</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>MoveSheet</name>
    <message>
        <source>Choose the place</source>
        <translation>Elegir el lugar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Move your file</source>
        <translation>Mover tu archivo</translation>
    </message>
    <message>
        <source>A copy is made, opened and compared. Only then the old file is touched, as you choose here.</source>
        <translation>Se hace una copia, se abre y se compara. Solo después se toca el archivo anterior, como elijas aquí.</translation>
    </message>
    <message>
        <source>Where shall it go?</source>
        <translation>¿A dónde va?</translation>
    </message>
    <message>
        <source>A stick, or a folder that you can reach from the other computer.</source>
        <translation>Una memoria USB, o una carpeta a la que puedas llegar desde la otra computadora.</translation>
    </message>
    <message>
        <source>What becomes of the file that is here now?</source>
        <translation>¿Qué pasa con el archivo que está aquí ahora?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <source>Both can be opened. From now on change only one of the two.</source>
        <translation>Los dos se pueden abrir. De ahora en adelante cambia solo uno de los dos.</translation>
    </message>
    <message>
        <source>Keep it for reading only</source>
        <translation>Conservarlo solo para leer</translation>
    </message>
    <message>
        <source>It can be opened, but nothing can be changed in it any more.</source>
        <translation>Se puede abrir, pero ya no se puede cambiar nada en él.</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Borrarlo</translation>
    </message>
    <message>
        <source>Only the new one is left. It is encrypted, so nobody can read what may remain of the old one.</source>
        <translation>Queda solo el nuevo. Está cifrado, así que nadie puede leer lo que quede del anterior.</translation>
    </message>
    <message>
        <source>On the other computer</source>
        <translation>En la otra computadora</translation>
    </message>
    <message>
        <source>1. Open this program there. It also runs from the stick itself.</source>
        <translation>1. Abre este programa allí. También funciona desde la misma memoria USB.</translation>
    </message>
    <message>
        <source>2. Choose “Open my file” and then the file on the stick.</source>
        <translation>2. Elige «Abrir mi archivo» y luego el archivo de la memoria USB.</translation>
    </message>
    <message>
        <source>3. Unlock it with your passphrase. Your recovery kit opens it, too.</source>
        <translation>3. Ábrelo con tu contraseña. También se abre con tu kit de recuperación.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>Moverlo</translation>
    </message>
    <message>
        <source>Where shall your file go?</source>
        <translation>¿A dónde va tu archivo?</translation>
    </message>
    <message>
        <source>Copying and comparing…</source>
        <translation>Copiando y comparando…</translation>
    </message>
    <message>
        <source>Your file is now also in {folder}.</source>
        <translation>Tu archivo ahora está también en {folder}.</translation>
    </message>
    <message>
        <source>It was opened and compared: nothing is missing.</source>
        <translation>Se abrió y se comparó: no falta nada.</translation>
    </message>
</context>
<context>
    <name>MovingPart</name>
    <message>
        <source>Hold still</source>
        <translation>Detener aquí</translation>
    </message>
    <message>
        <source>Next code</source>
        <translation>Código siguiente</translation>
    </message>
    <message>
        <source>Code {number} of {count}</source>
        <translation>Código {number} de {count}</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Shows or hides lists of types, statuses, years and skills</source>
        <translation>Muestra u oculta listas de tipos, estados, años y habilidades</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar los filtros</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Habilidad</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Cualquiera</translation>
    </message>
    <message numerus="yes">
        <source>Still reading %n credential(s)…</source>
        <translation>
            <numerusform>Leyendo todavía %n credencial…</numerusform>
            <numerusform>Leyendo todavía %n credenciales…</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the filter {name}: {words}</source>
        <translation>Quitar el filtro {name}: {words}</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Type it again</source>
        <translation>Escríbela otra vez</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Las dos todavía no son iguales.</translation>
    </message>
    <message>
        <source>Suggest words</source>
        <translation>Sugerir palabras</translation>
    </message>
</context>
<context>
    <name>NoSkills</name>
    <message>
        <source>No skills yet</source>
        <translation>Todavía no hay habilidades</translation>
    </message>
    <message>
        <source>Many badges and certificates say which skills they show. Add one, and its skills appear here with what shows them.</source>
        <translation>Muchas insignias y certificados dicen qué habilidades demuestran. Agrega uno y sus habilidades aparecerán aquí, con lo que las demuestra.</translation>
    </message>
    <message>
        <source>Add a credential</source>
        <translation>Agregar una credencial</translation>
    </message>
</context>
<context>
    <name>OfferFlow</name>
    <message numerus="yes">
        <source>%n of the credentials did not come.</source>
        <translation>
            <numerusform>%n de las credenciales no llegó.</numerusform>
            <numerusform>%n de las credenciales no llegaron.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s) will be ready later.</source>
        <translation>
            <numerusform>%n credencial estará lista más tarde.</numerusform>
            <numerusform>%n credenciales estarán listas más tarde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Add again then: what was promised can be asked for there.</source>
        <translation>Abre Agregar otra vez entonces: ahí se puede pedir lo prometido.</translation>
    </message>
</context>
<context>
    <name>OfferSheet</name>
    <message>
        <source>Take what an issuer offers</source>
        <translation>Tomar lo que ofrece un emisor</translation>
    </message>
    <message>
        <source>You see who offers it and what it is before you take it. Nothing is kept until you save it.</source>
        <translation>Ves quién lo ofrece y qué es antes de tomarlo. No se guarda nada hasta que lo guardes.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Tomarla</translation>
    </message>
    <message>
        <source>Reading the offer</source>
        <translation>Leyendo la oferta</translation>
    </message>
    <message>
        <source>The offer</source>
        <translation>La oferta</translation>
    </message>
    <message>
        <source>This website calls itself “{name}”. Nobody checked that.</source>
        <translation>Este sitio web se llama a sí mismo «{name}». Nadie lo comprobó.</translation>
    </message>
    <message>
        <source>It offers you:</source>
        <translation>Te ofrece:</translation>
    </message>
    <message>
        <source>“{name}”, which this wallet cannot keep</source>
        <translation>«{name}», que esta cartera no puede guardar</translation>
    </message>
    <message>
        <source>It does not say what before it hands it out.</source>
        <translation>No dice qué es antes de entregarlo.</translation>
    </message>
    <message>
        <source>It learns the public name of your key, to write it into the credential.</source>
        <translation>Conoce el nombre público de tu clave, para escribirlo en la credencial.</translation>
    </message>
    <message>
        <source>You sign in at {site}, in your own browser, and come back here.</source>
        <translation>Entras en {site}, en tu propio navegador, y vuelves aquí.</translation>
    </message>
    <message>
        <source>The offer of {site}</source>
        <translation>La oferta de {site}</translation>
    </message>
    <message>
        <source>Sign in and take it</source>
        <translation>Entrar y tomarla</translation>
    </message>
    <message>
        <source>The code that the issuer sent you</source>
        <translation>El código que te envió el emisor</translation>
    </message>
    <message>
        <source>The issuer says: “{words}”</source>
        <translation>El emisor dice: «{words}»</translation>
    </message>
    <message numerus="yes">
        <source>It has %n character(s).</source>
        <translation>
            <numerusform>Tiene %n carácter.</numerusform>
            <numerusform>Tiene %n caracteres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the website</source>
        <translation>Preguntando al sitio web</translation>
    </message>
    <message>
        <source>Taking it</source>
        <translation>Tomándola</translation>
    </message>
    <message>
        <source>You can close this page</source>
        <translation>Puedes cerrar esta página</translation>
    </message>
    <message>
        <source>Go back to the wallet. It goes on there.</source>
        <translation>Vuelve a la cartera. Sigue ahí.</translation>
    </message>
    <message>
        <source>No browser could be opened. Cancel, and set a browser as the usual one.</source>
        <translation>No se pudo abrir ningún navegador. Cancela y elige un navegador habitual.</translation>
    </message>
    <message>
        <source>Sign in at {site} in your browser. This goes on when you come back.</source>
        <translation>Entra en {site} en tu navegador. Esto sigue cuando vuelvas.</translation>
    </message>
</context>
<context>
    <name>OlderPage</name>
    <message>
        <source>Older copy</source>
        <translation>Copia anterior</translation>
    </message>
    <message>
        <source>Open this one anyway</source>
        <translation>Abrir este de todos modos</translation>
    </message>
    <message>
        <source>Find the newer one</source>
        <translation>Buscar el más nuevo</translation>
    </message>
    <message>
        <source>This file and another one went different ways</source>
        <translation>Este archivo y otro tomaron caminos distintos</translation>
    </message>
    <message>
        <source>{name} lacks what you changed in the other one, last used on {date}.</source>
        <translation>A {name} le falta lo que cambiaste en el otro, usado por última vez el {date}.</translation>
    </message>
    <message>
        <source>This is an older copy</source>
        <translation>Esta es una copia anterior</translation>
    </message>
    <message>
        <source>{name} is older than the one you used on {date}.</source>
        <translation>{name} es anterior al que usaste el {date}.</translation>
    </message>
    <message>
        <source>What you added or changed since then is not in it. Look for the newer file first: on your stick, on another computer, or beside this one. If you go on with this one, the newer one stays as it is, and the two have different things in them from then on.</source>
        <translation>No tiene lo que agregaste o cambiaste desde entonces. Busca primero el archivo más nuevo: en tu memoria USB, en otra computadora o junto a este. Si sigues con este, el más nuevo queda como está, y desde entonces los dos tienen cosas distintas.</translation>
    </message>
</context>
<context>
    <name>OnePageSheet</name>
    <message>
        <source>Collection</source>
        <translation>Colección</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>Tus propias palabras</translation>
    </message>
    <message>
        <source>For example: What I can do on my first day</source>
        <translation>Por ejemplo: Lo que puedo hacer en mi primer día</translation>
    </message>
    <message>
        <source>With my name on it</source>
        <translation>Con mi nombre</translation>
    </message>
    <message>
        <source>Share it</source>
        <translation>Compartirla</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>A collection on one page</source>
        <translation>Una colección en una página</translation>
    </message>
    <message>
        <source>To read or to print. Nothing on it is signed: to let others check it, share it.</source>
        <translation>Para leer o imprimir. Nada en ella está firmado: para que otros la revisen, compártela.</translation>
    </message>
    <message>
        <source>Your words stay with the collection, in your file.</source>
        <translation>Tus palabras se quedan con la colección, en tu archivo.</translation>
    </message>
    <message>
        <source>What is on the page</source>
        <translation>Lo que hay en la página</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>Y %n más</numerusform>
            <numerusform>Y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is in this collection yet.</source>
        <translation>Todavía no hay nada en esta colección.</translation>
    </message>
    <message>
        <source>The page was sent to the printer.</source>
        <translation>La página se envió a la impresora.</translation>
    </message>
    <message>
        <source>page</source>
        <translation>pagina</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
</context>
<context>
    <name>OrderMenu</name>
    <message>
        <source>Newest first</source>
        <translation>Más recientes</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Más antiguas</translation>
    </message>
    <message>
        <source>Name, A to Z</source>
        <translation>Nombre, A a Z</translation>
    </message>
    <message>
        <source>Issuer, A to Z</source>
        <translation>Emisor, A a Z</translation>
    </message>
    <message>
        <source>As in the collection</source>
        <translation>Como en la colección</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>One page to print</source>
        <translation>Una página para imprimir</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>En breve</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Línea del tiempo</translation>
    </message>
    <message>
        <source>Nothing here yet. What you earn, and what you write yourself, will stand here by year.</source>
        <translation>Aquí no hay nada todavía. Lo que obtengas, y lo que tú escribas, estará aquí por año.</translation>
    </message>
    <message>
        <source>Add a credential</source>
        <translation>Agregar una credencial</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Primero lo más nuevo</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Primero lo más antiguo</translation>
    </message>
    <message>
        <source>Press to turn the order round</source>
        <translation>Pulsa para invertir el orden</translation>
    </message>
</context>
<context>
    <name>OverviewSheet</name>
    <message>
        <source>My name</source>
        <translation>Mi nombre</translation>
    </message>
    <message>
        <source>My own words</source>
        <translation>Mis propias palabras</translation>
    </message>
    <message>
        <source>How many of what</source>
        <translation>Cuántas de cada tipo</translation>
    </message>
    <message>
        <source>Skills with proof</source>
        <translation>Habilidades demostradas</translation>
    </message>
    <message>
        <source>Credentials on the page</source>
        <translation>Credenciales en la página</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>My overview on one page</source>
        <translation>Mi resumen en una página</translation>
    </message>
    <message>
        <source>Only what you tick is on it. Grades, birth dates and numbers never are.</source>
        <translation>Solo tiene lo que marques. Nunca tiene notas, fechas de nacimiento ni números.</translation>
    </message>
    <message>
        <source>What goes on the page</source>
        <translation>Qué va en la página</translation>
    </message>
    <message>
        <source>Language of the words</source>
        <translation>Idioma de las palabras</translation>
    </message>
    <message>
        <source>Nothing leaves until you print or save it.</source>
        <translation>Nada sale hasta que lo imprimas o guardes.</translation>
    </message>
    <message>
        <source>My name: {name}</source>
        <translation>Mi nombre: {name}</translation>
    </message>
    <message>
        <source>overview</source>
        <translation>resumen</translation>
    </message>
    <message>
        <source>Save my overview</source>
        <translation>Guardar mi resumen</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
    <message>
        <source>The file is not locked: whoever has it can read it.</source>
        <translation>El archivo no está cerrado: quien lo tenga lo puede leer.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Se envió a la impresora.</translation>
    </message>
</context>
<context>
    <name>OwnAge</name>
    <message>
        <source>Change your age</source>
        <translation>Cambiar tu edad</translation>
    </message>
    <message>
        <source>What adults agreed to</source>
        <translation>Acuerdos de adultos</translation>
    </message>
    <message>
        <source>Your age, and an adult who agrees</source>
        <translation>Tu edad, y una persona adulta que acepta</translation>
    </message>
    <message>
        <source>You did not say how old you are. That is fine.</source>
        <translation>No dijiste cuántos años tienes. Está bien.</translation>
    </message>
    <message>
        <source>You are under 13: an adult agrees to each share with a code word.</source>
        <translation>Tienes menos de 13: una persona adulta acepta con una palabra clave cada vez que compartes.</translation>
    </message>
    <message>
        <source>You are 13 to 17: before you share, you can show it to an adult. Nobody has to agree.</source>
        <translation>Tienes de 13 a 17: antes de compartir, puedes mostrarlo a una persona adulta. Nadie tiene que aceptar.</translation>
    </message>
    <message>
        <source>You are 18 or older: nobody has to agree.</source>
        <translation>Tienes 18 o más: nadie tiene que aceptar.</translation>
    </message>
    <message>
        <source>Your school asks that an adult agrees to each share.</source>
        <translation>Tu escuela pide que una persona adulta acepte cada vez que compartes algo.</translation>
    </message>
    <message>
        <source>You turned 18 on {date}: nobody has to agree any more.</source>
        <translation>Cumpliste 18 el {date}: ya nadie tiene que aceptar.</translation>
    </message>
    <message>
        <source>This changes by itself on {date}.</source>
        <translation>Esto cambia solo el {date}.</translation>
    </message>
    <message>
        <source>Say how old you are</source>
        <translation>Decir cuántos años tienes</translation>
    </message>
</context>
<context>
    <name>OwnFiles</name>
    <message>
        <source>Your own files</source>
        <translation>Tus propios archivos</translation>
    </message>
    <message>
        <source>Work, photos, letters. They stay in your file and are not shared.</source>
        <translation>Trabajos, fotos, cartas. Se quedan en tu archivo y no se comparten.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar {name}</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Agregar un archivo</translation>
    </message>
</context>
<context>
    <name>OwnKeys</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la frase de contraseña</translation>
    </message>
    <message>
        <source>Make a new recovery kit</source>
        <translation>Hacer un kit de recuperación nuevo</translation>
    </message>
    <message>
        <source>Passphrase and recovery kit</source>
        <translation>Frase de contraseña y kit de recuperación</translation>
    </message>
    <message>
        <source>You have a recovery kit. A new passphrase or a new kit ends it.</source>
        <translation>Tienes un kit de recuperación. Una frase nueva o un kit nuevo lo anulan.</translation>
    </message>
    <message>
        <source>You have no recovery kit yet. If you forget your passphrase, nobody can open your file.</source>
        <translation>Todavía no tienes un kit de recuperación. Si olvidas tu frase de contraseña, nadie puede abrir tu archivo.</translation>
    </message>
    <message>
        <source>Make a recovery kit</source>
        <translation>Hacer un kit de recuperación</translation>
    </message>
</context>
<context>
    <name>OwnMarks</name>
    <message>
        <source>Just for you</source>
        <translation>Solo para ti</translation>
    </message>
    <message>
        <source>Collections, tags and notes are never part of what you share.</source>
        <translation>Las colecciones, etiquetas y notas nunca forman parte de lo que compartes.</translation>
    </message>
    <message>
        <source>Add to a collection</source>
        <translation>Agregar a una colección</translation>
    </message>
    <message>
        <source>Take out of the collection {name}</source>
        <translation>Sacar de la colección {name}</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Agregar una etiqueta</translation>
    </message>
    <message>
        <source>Take off the tag {name}</source>
        <translation>Quitar la etiqueta {name}</translation>
    </message>
    <message>
        <source>No longer show it first</source>
        <translation>Ya no mostrarla primero</translation>
    </message>
    <message>
        <source>Show it first</source>
        <translation>Mostrarla primero</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>Quitar la nota</translation>
    </message>
    <message>
        <source>Remove note {number}</source>
        <translation>Quitar la nota {number}</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escribir una nota</translation>
    </message>
    <message>
        <source>Keep this note</source>
        <translation>Guardar esta nota</translation>
    </message>
</context>
<context>
    <name>OwnSheet</name>
    <message>
        <source>What kind of thing is it?</source>
        <translation>¿Qué tipo de cosa es?</translation>
    </message>
    <message>
        <source>I know the day</source>
        <translation>Sé el día</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Write my own</source>
        <translation>Escribir algo propio</translation>
    </message>
    <message>
        <source>Change what I wrote</source>
        <translation>Cambiar lo que escribí</translation>
    </message>
    <message>
        <source>For what you did that nobody gives a badge for: helping, caring, making, working. It is marked as written by you, also for whoever you share it with.</source>
        <translation>Para lo que hiciste y por lo que nadie da una insignia: ayudar, cuidar, crear, trabajar. Queda marcado como escrito por ti, también para con quien lo compartas.</translation>
    </message>
    <message>
        <source>For example: Taught my brother to read</source>
        <translation>Por ejemplo: Le enseñé a leer a mi hermano</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>¿Qué es?</translation>
    </message>
    <message>
        <source>What did I do?</source>
        <translation>¿Qué hice?</translation>
    </message>
    <message>
        <source>In your own words and language</source>
        <translation>Con tus palabras y en tu idioma</translation>
    </message>
    <message>
        <source>Who saw it?</source>
        <translation>¿Quién lo vio?</translation>
    </message>
    <message>
        <source>For example: Ms. Lee, librarian</source>
        <translation>Por ejemplo: Sra. Lee, bibliotecaria</translation>
    </message>
    <message>
        <source>A file that shows it</source>
        <translation>Un archivo que lo muestra</translation>
    </message>
    <message>
        <source>A photo, a letter, a certificate as PDF. It stays in your file.</source>
        <translation>Una foto, una carta, un certificado en PDF. Se queda en tu archivo.</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>¿Cuándo?</translation>
    </message>
    <message>
        <source>This is too long. Tell it in fewer words.</source>
        <translation>Esto es demasiado largo. Cuéntalo con menos palabras.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>{name} (written by the learner, no issuer)</source>
        <translation>{name} (escrito por quien aprende, sin emisor)</translation>
    </message>
</context>
<context>
    <name>OwnWordsPart</name>
    <message>
        <source>Words of your own</source>
        <translation>Tus propias palabras</translation>
    </message>
    <message>
        <source>Add words of your own</source>
        <translation>Agregar tus propias palabras</translation>
    </message>
    <message>
        <source>They see that you wrote this, and that no issuer stands behind it.</source>
        <translation>Verán que lo escribiste tú y que ningún emisor lo respalda.</translation>
    </message>
    <message>
        <source>Say which of their courses yours is like, and why.</source>
        <translation>Di a cuál de sus cursos se parece el tuyo, y por qué.</translation>
    </message>
    <message>
        <source>About me in my words</source>
        <translation>Sobre mí, en mis palabras</translation>
    </message>
    <message>
        <source>Keep these words</source>
        <translation>Guardar estas palabras</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>What are you good at? What do you want to do? Write it here, in any language.</source>
        <translation>¿Qué se te da bien? ¿Qué quieres hacer? Escríbelo aquí, en cualquier idioma.</translation>
    </message>
    <message>
        <source>Change my words</source>
        <translation>Cambiar mis palabras</translation>
    </message>
    <message>
        <source>Write about me</source>
        <translation>Escribir sobre mí</translation>
    </message>
    <message>
        <source>It stays in your file. It leaves only on paper, when you tick it there.</source>
        <translation>Se queda en tu archivo. Sale solo en papel, si lo marcas allí.</translation>
    </message>
    <message numerus="yes">
        <source>Room for %n more letter(s).</source>
        <translation>
            <numerusform>Cabe %n letra más.</numerusform>
            <numerusform>Caben %n letras más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) too many.</source>
        <translation>
            <numerusform>Sobra %n letra.</numerusform>
            <numerusform>Sobran %n letras.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your words are kept in your file.</source>
        <translation>Tus palabras están guardadas en tu archivo.</translation>
    </message>
</context>
<context>
    <name>PageLinks</name>
    <message>
        <source>There is no collection yet.</source>
        <translation>Todavía no hay ninguna colección.</translation>
    </message>
    <message>
        <source>Choose “Select several”, and put credentials into a collection.</source>
        <translation>Elige «Elegir varias» y pon credenciales en una colección.</translation>
    </message>
</context>
<context>
    <name>PagePlace</name>
    <message>
        <source>Where is the page?</source>
        <translation>¿Dónde está la página?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save the page to a stick</source>
        <translation>Guardar la página en una memoria USB</translation>
    </message>
    <message>
        <source>The page that checks what you share</source>
        <translation>La página que revisa lo que compartes</translation>
    </message>
    <message>
        <source>Your school, or you, can put this page on any website (https). Then a phone that scans your QR code, or opens your link, goes there and sees the check. What you share is never sent to that website.</source>
        <translation>Tu escuela, o tú, pueden poner esta página en cualquier sitio web (https). Entonces un teléfono que escanea tu código QR, o abre tu enlace, va allí y ve la revisión. Lo que compartes nunca se envía a ese sitio.</translation>
    </message>
    <message>
        <source>Links and QR codes lead to this page.</source>
        <translation>Los enlaces y códigos QR llevan a esta página.</translation>
    </message>
    <message>
        <source>No page: links and QR codes open with this program only.</source>
        <translation>Sin página: los enlaces y códigos QR solo se abren con este programa.</translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation>Guardar la página</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Página web (*.html)</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Se guardó como {name}.</translation>
    </message>
    <message>
        <source>It opens in any browser, also without internet. Nothing of yours is in it.</source>
        <translation>Se abre en cualquier navegador, también sin internet. No contiene nada tuyo.</translation>
    </message>
</context>
<context>
    <name>PaperPart</name>
    <message>
        <source>Save a form to print</source>
        <translation>Guardar un formulario para imprimir</translation>
    </message>
    <message>
        <source>Choose the signed form</source>
        <translation>Elegir el formulario firmado</translation>
    </message>
    <message>
        <source>The adult signs the printed form. Then choose a photo or scan of it; your file keeps it.</source>
        <translation>La persona adulta firma el formulario impreso. Luego elige una foto o un escaneo; tu archivo lo guarda.</translation>
    </message>
    <message>
        <source>If you want it on paper, too: print a form, and keep a photo or scan of it signed.</source>
        <translation>Si también lo quieres en papel: imprime un formulario, y guarda una foto o un escaneo con la firma.</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>En papel</translation>
    </message>
    <message>
        <source>form</source>
        <translation>formulario</translation>
    </message>
    <message>
        <source>Saved as {name}. Print it, and let the adult sign it.</source>
        <translation>Guardado como {name}. Imprímelo, y deja que la persona adulta lo firme.</translation>
    </message>
    <message>
        <source>Pictures and PDF</source>
        <translation>Fotos y PDF</translation>
    </message>
    <message>
        <source>The signed form: {name}</source>
        <translation>El formulario firmado: {name}</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>The page as it will be</source>
        <translation>La página como será</translation>
    </message>
    <message>
        <source>Making the page…</source>
        <translation>Haciendo la página…</translation>
    </message>
    <message>
        <source>Some letters will stand as ? in the PDF.</source>
        <translation>Algunas letras saldrán como ? en el PDF.</translation>
    </message>
    <message>
        <source>This computer has no typeface for them there. Printed from here they are right.</source>
        <translation>Esta computadora no tiene allí un tipo de letra para ellas. Al imprimir desde aquí salen bien.</translation>
    </message>
    <message>
        <source>It is one page. What does not fit is left out, and the page says how much.</source>
        <translation>Es una sola página. Lo que no cabe se deja fuera, y la página dice cuánto.</translation>
    </message>
</context>
<context>
    <name>PartList</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> y %n más</numerusform>
            <numerusform> y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Always shown: {parts}</source>
        <translation>Siempre se muestra: {parts}</translation>
    </message>
    <message>
        <source>Show {part}</source>
        <translation>Mostrar {part}</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show passphrase</source>
        <translation>Mostrar la frase</translation>
    </message>
    <message>
        <source>Hide passphrase</source>
        <translation>Ocultar la frase</translation>
    </message>
</context>
<context>
    <name>PastShareSheet</name>
    <message>
        <source>Shared with {name}</source>
        <translation>Compartido con {name}</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Copiar el mensaje</translation>
    </message>
    <message>
        <source>Save the exact bytes</source>
        <translation>Guardar los bytes exactos</translation>
    </message>
    <message>
        <source>They see</source>
        <translation>Ven</translation>
    </message>
    <message>
        <source>They do not see</source>
        <translation>No ven</translation>
    </message>
    <message>
        <source>What was shared</source>
        <translation>Lo que se compartió</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Taken back. No more copies are made here. You can send the message now.</source>
        <translation>Retirado. Aquí no se hacen más copias. Ya puedes enviar el mensaje.</translation>
    </message>
    <message>
        <source>No end date</source>
        <translation>Sin fecha de fin</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>
and {count} more</source>
        <translation>
y {count} más</translation>
    </message>
    <message>
        <source>Ask them to delete it</source>
        <translation>Pedir que lo borren</translation>
    </message>
    <message>
        <source>You can change or remove the entry on LinkedIn yourself, when you are signed in there.</source>
        <translation>Puedes cambiar o quitar la entrada en LinkedIn, cuando inicias sesión ahí.</translation>
    </message>
    <message>
        <source>They have a copy, and nobody can take a copy back. You can ask: send them this message. You may change it first.</source>
        <translation>Tienen una copia, y nadie puede retirar una copia. Puedes pedirlo: envíales este mensaje. Antes puedes cambiarlo.</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>El mensaje</translation>
    </message>
    <message>
        <source>Hello,

on {date} I shared this with you ({purpose}): {titles}.

The adult who agreed to it has taken that back. Please delete your copies of it, the files, pictures and prints, and tell me when that is done.

Thank you</source>
        <translation>Hola:

el {date} compartí esto contigo ({purpose}): {titles}.

La persona adulta que lo aceptó lo ha retirado. Por favor, borra tus copias: los archivos, las imágenes y lo impreso, y avísame cuando esté hecho.

Gracias</translation>
    </message>
    <message>
        <source>Hello,

on {date} I shared this with you ({purpose}): {titles}.

Please delete your copies of it, the files, pictures and prints, and tell me when that is done.

Thank you</source>
        <translation>Hola:

El {date} compartí esto con ustedes ({purpose}): {titles}.

Por favor, borren sus copias, los archivos, las imágenes y lo impreso, y avísenme cuando esté hecho.

Gracias</translation>
    </message>
    <message>
        <source>What left, exactly</source>
        <translation>Lo que salió, exactamente</translation>
    </message>
    <message>
        <source>{size} bytes. SHA-256: {digest}</source>
        <translation>{size} bytes. SHA-256: {digest}</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Mirarlo</translation>
    </message>
    <message>
        <source>Copied. It leaves the clipboard when your file locks.</source>
        <translation>Copiado. Sale del portapapeles cuando se cierra tu archivo.</translation>
    </message>
    <message>
        <source>share</source>
        <translation>envio</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Se guardó como {name}.</translation>
    </message>
</context>
<context>
    <name>PastePanel</name>
    <message>
        <source>Text of a credential, a share link, or the web address of a badge</source>
        <translation>Texto de una credencial, un enlace compartido o la dirección web de una insignia</translation>
    </message>
    <message>
        <source>Check this text</source>
        <translation>Revisar este texto</translation>
    </message>
</context>
<context>
    <name>PlaceStep</name>
    <message>
        <source>my-credentials</source>
        <translation>mis-credenciales</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Nombre del archivo</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>Elegir otro lugar</translation>
    </message>
    <message>
        <source>Where should your file be?</source>
        <translation>¿Dónde debe estar tu archivo?</translation>
    </message>
    <message>
        <source>One file holds everything. You can move or copy it later like any other file.</source>
        <translation>Un solo archivo lo contiene todo. Después puedes moverlo o copiarlo como cualquier otro archivo.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Choose a place for your file</source>
        <translation>Elige un lugar para tu archivo</translation>
    </message>
    <message>
        <source>The file needs a name.</source>
        <translation>El archivo necesita un nombre.</translation>
    </message>
    <message>
        <source>This name has a sign that file names cannot have.</source>
        <translation>Este nombre tiene un signo que los nombres de archivo no pueden tener.</translation>
    </message>
    <message>
        <source>Use letters, digits and spaces.</source>
        <translation>Usa letras, números y espacios.</translation>
    </message>
    <message>
        <source>A file with this name is here already.</source>
        <translation>Aquí ya hay un archivo con este nombre.</translation>
    </message>
    <message>
        <source>Choose another name, or go back and open that file.</source>
        <translation>Elige otro nombre, o vuelve atrás y abre ese archivo.</translation>
    </message>
    <message>
        <source>This place is on the shared computer.</source>
        <translation>Este lugar está en la computadora compartida.</translation>
    </message>
    <message>
        <source>The file would stay here for others to find. Put it on a stick of your own.</source>
        <translation>El archivo quedaría aquí, donde otros lo encontrarían. Ponlo en tu propia memoria USB.</translation>
    </message>
    <message>
        <source>Others who use this computer can change this folder.</source>
        <translation>Otras personas que usan esta computadora pueden cambiar esta carpeta.</translation>
    </message>
    <message>
        <source>They could delete or replace your file. They cannot open it.</source>
        <translation>Podrían borrar o reemplazar tu archivo. No pueden abrirlo.</translation>
    </message>
    <message>
        <source>This folder seems to be copied to the internet.</source>
        <translation>Parece que esta carpeta se copia a internet.</translation>
    </message>
    <message>
        <source>The file is locked, so that is safe. Two computers changing it at once may leave two copies.</source>
        <translation>El archivo está cerrado, así que es seguro. Si dos computadoras lo cambian a la vez, pueden quedar dos copias.</translation>
    </message>
    <message>
        <source>Others who use this computer can see that your file is here.</source>
        <translation>Otras personas que usan esta computadora pueden ver que tu archivo está aquí.</translation>
    </message>
    <message>
        <source>They cannot open it.</source>
        <translation>No pueden abrirlo.</translation>
    </message>
    <message>
        <source>This place cannot be reached now.</source>
        <translation>Ahora no se puede llegar a este lugar.</translation>
    </message>
    <message>
        <source>{size} GB free.</source>
        <translation>{size} GB libres.</translation>
    </message>
    <message>
        <source>On this computer. {size} GB free.</source>
        <translation>En esta computadora. {size} GB libres.</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>What they will see and will not see</source>
        <translation>Lo que verán y lo que no verán</translation>
    </message>
    <message>
        <source>Making what they will see…</source>
        <translation>Preparando lo que verán…</translation>
    </message>
    <message>
        <source>Choose at least one credential.</source>
        <translation>Elige al menos una credencial.</translation>
    </message>
    <message>
        <source>They will see</source>
        <translation>Verán</translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s)</source>
        <translation>
            <numerusform>%n credencial</numerusform>
            <numerusform>%n credenciales</numerusform>
        </translation>
    </message>
    <message>
        <source>For: {name}</source>
        <translation>Para: {name}</translation>
    </message>
    <message>
        <source>Reason: {purpose}</source>
        <translation>Motivo: {purpose}</translation>
    </message>
    <message>
        <source>The number of your wallet&apos;s signature, the same in every share</source>
        <translation>El número de la firma de tu programa, igual en cada envío</translation>
    </message>
    <message>
        <source>They will not see</source>
        <translation>No verán</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n parte</numerusform>
            <numerusform>%n partes</numerusform>
        </translation>
    </message>
    <message>
        <source>Anything else in this credential or in your file</source>
        <translation>Nada más de esta credencial ni de tu archivo</translation>
    </message>
    <message>
        <source>Every value in {name}</source>
        <translation>Todos los datos de {name}</translation>
    </message>
    <message>
        <source>Every value in it</source>
        <translation>Todos los datos que contiene</translation>
    </message>
    <message>
        <source>They are told that parts may have been left out, not how many.</source>
        <translation>Se les dice que puede que falten partes, no cuántas.</translation>
    </message>
    <message numerus="yes">
        <source>They can tell that %n part(s) are left out.</source>
        <translation>
            <numerusform>Pueden saber que falta %n parte.</numerusform>
            <numerusform>Pueden saber que faltan %n partes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They can tell that %n single statement(s) are left out.</source>
        <translation>
            <numerusform>Pueden saber que falta %n dato suelto.</numerusform>
            <numerusform>Pueden saber que faltan %n datos sueltos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your %n other credential(s)</source>
        <translation>
            <numerusform>Tu otra credencial (%n)</numerusform>
            <numerusform>Tus otras %n credenciales</numerusform>
        </translation>
    </message>
    <message>
        <source>Whom else you shared with</source>
        <translation>Con quién más compartiste</translation>
    </message>
    <message>
        <source>Your passphrase, and where your file is</source>
        <translation>Tu frase de contraseña, y dónde está tu archivo</translation>
    </message>
    <message>
        <source>No end date</source>
        <translation>Sin fecha de fin</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>Termina el</translation>
    </message>
</context>
<context>
    <name>ProfilePart</name>
    <message>
        <source>Open LinkedIn in the browser</source>
        <translation>Abrir LinkedIn en el navegador</translation>
    </message>
    <message>
        <source>The link to the form</source>
        <translation>El enlace al formulario</translation>
    </message>
    <message>
        <source>The same as text</source>
        <translation>Lo mismo como texto</translation>
    </message>
    <message>
        <source>Copy the link to the form</source>
        <translation>Copiar el enlace al formulario</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copiar el texto</translation>
    </message>
    <message>
        <source>The link that fills in the form</source>
        <translation>El enlace que llena el formulario</translation>
    </message>
    <message>
        <source>The same as text, to paste where you want</source>
        <translation>Lo mismo como texto, para pegarlo donde quieras</translation>
    </message>
</context>
<context>
    <name>ProfileSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Change a profile</source>
        <translation>Cambiar un perfil</translation>
    </message>
    <message>
        <source>Add a profile</source>
        <translation>Agregar un perfil</translation>
    </message>
    <message>
        <source>For example one for school and one for work. Each signs with a key of its own.</source>
        <translation>Por ejemplo uno para la escuela y otro para el trabajo. Cada uno firma con su propia clave.</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>PromisedPart</name>
    <message>
        <source>Promised for later</source>
        <translation>Prometido para más tarde</translation>
    </message>
    <message>
        <source>Ask whether it is ready</source>
        <translation>Preguntar si está lista</translation>
    </message>
    <message>
        <source>{site} will have “{name}” for you. It can be asked from {date}.</source>
        <translation>{site} tendrá «{name}» para ti. Se puede preguntar desde el {date}.</translation>
    </message>
</context>
<context>
    <name>ProofCard</name>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>How it was earned</source>
        <translation>Cómo se obtuvo</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message>
        <source>Open in the browser…</source>
        <translation>Abrir en el navegador…</translation>
    </message>
    <message>
        <source>Open in the browser: {title}</source>
        <translation>Abrir en el navegador: {title}</translation>
    </message>
</context>
<context>
    <name>ReadingCorner</name>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
</context>
<context>
    <name>ReadingSheet</name>
    <message>
        <source>Further reading</source>
        <translation>Para leer más</translation>
    </message>
    <message>
        <source>Where the ideas and the formats come from. Nothing is loaded here. What has no address is described: we are not certain where it is.</source>
        <translation>De dónde vienen las ideas y los formatos. Aquí no se carga nada. Lo que no tiene dirección se describe: no tenemos certeza de dónde está.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Opened in your browser.</source>
        <translation>Se abrió en tu navegador.</translation>
    </message>
    <message>
        <source>No browser could be opened here. Type the address into one yourself.</source>
        <translation>Aquí no se pudo abrir ningún navegador. Escribe tú la dirección en uno.</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Courses</source>
        <translation>Cursos</translation>
    </message>
    <message>
        <source>Degrees and certificates</source>
        <translation>Títulos y certificados</translation>
    </message>
    <message>
        <source>Competencies</source>
        <translation>Competencias</translation>
    </message>
    <message>
        <source>Tests and assignments</source>
        <translation>Exámenes y trabajos</translation>
    </message>
    <message>
        <source>Activities and awards</source>
        <translation>Actividades y premios</translation>
    </message>
    <message>
        <source>Other achievements</source>
        <translation>Otros logros</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>{first} is the same as {second}.</source>
        <translation>{first} es lo mismo que {second}.</translation>
    </message>
    <message>
        <source>{first} stands beside {second}.</source>
        <translation>{first} está al mismo nivel que {second}.</translation>
    </message>
    <message>
        <source>{first} is related to {second}.</source>
        <translation>{first} tiene relación con {second}.</translation>
    </message>
    <message>
        <source>{first} comes before {second}.</source>
        <translation>{first} va antes de {second}.</translation>
    </message>
    <message>
        <source>{first} is replaced by {second}.</source>
        <translation>{first} se reemplaza por {second}.</translation>
    </message>
    <message>
        <source>Credits: {earned} of {available}</source>
        <translation>Créditos: {earned} de {available}</translation>
    </message>
    <message>
        <source>Credits: {earned}</source>
        <translation>Créditos: {earned}</translation>
    </message>
    <message>
        <source>Worth {available} credits</source>
        <translation>Vale {available} créditos</translation>
    </message>
    <message>
        <source>Role: {role}</source>
        <translation>Papel: {role}</translation>
    </message>
    <message>
        <source>Field: {field}</source>
        <translation>Área: {field}</translation>
    </message>
    <message>
        <source>Licence number: {number}</source>
        <translation>Número de licencia: {number}</translation>
    </message>
</context>
<context>
    <name>RecordLine</name>
    <message>
        <source>Signed as a part of the whole record.</source>
        <translation>Firmado como parte de todo el expediente.</translation>
    </message>
    <message>
        <source>What we checked</source>
        <translation>Qué revisamos</translation>
    </message>
</context>
<context>
    <name>RecordLinks</name>
    <message>
        <source>Which file shall be kept with this credential?</source>
        <translation>¿Qué archivo quieres guardar con esta credencial?</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Remove this file for good?</source>
        <translation>¿Quitar este archivo para siempre?</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Quitarlo</translation>
    </message>
    <message>
        <source>Nobody can bring it back, unless you have it in another place.</source>
        <translation>Nadie lo puede recuperar, a menos que lo tengas en otro lugar.</translation>
    </message>
</context>
<context>
    <name>RecordSheet</name>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Issued {date}</source>
        <translation>Emitida {date}</translation>
    </message>
    <message>
        <source>Checked on {date}.</source>
        <translation>Revisada el {date}.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n línea</numerusform>
            <numerusform>%n líneas</numerusform>
        </translation>
    </message>
    <message>
        <source>{credits} credits earned</source>
        <translation>{credits} créditos obtenidos</translation>
    </message>
    <message numerus="yes">
        <source>%n more, not shown.</source>
        <translation>
            <numerusform>%n más, sin mostrar.</numerusform>
            <numerusform>%n más, sin mostrar.</numerusform>
        </translation>
    </message>
    <message>
        <source>How these hang together</source>
        <translation>Cómo se relacionan</translation>
    </message>
    <message>
        <source>{name}, level {level}</source>
        <translation>{name}, nivel {level}</translation>
    </message>
</context>
<context>
    <name>RecoverPage</name>
    <message>
        <source>Recovery kit</source>
        <translation>Kit de recuperación</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Frase de contraseña nueva</translation>
    </message>
    <message>
        <source>New kit</source>
        <translation>Kit nuevo</translation>
    </message>
    <message>
        <source>Choose a picture of the square code</source>
        <translation>Elegir una imagen del código cuadrado</translation>
    </message>
    <message>
        <source>Forgotten passphrase</source>
        <translation>Frase olvidada</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>For {name}</source>
        <translation>Para {name}</translation>
    </message>
    <message>
        <source>Next: new passphrase</source>
        <translation>Siguiente: frase nueva</translation>
    </message>
    <message>
        <source>Open my file</source>
        <translation>Abrir mi archivo</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>Ya lo tengo</translation>
    </message>
    <message>
        <source>The code in {name} will be used.</source>
        <translation>Se usará el código de {name}.</translation>
    </message>
    <message>
        <source>Look at word {numbers} again.</source>
        <translation>Mira otra vez la palabra {numbers}.</translation>
    </message>
    <message>
        <source>Opening your file…</source>
        <translation>Abriendo tu archivo…</translation>
    </message>
    <message>
        <source>Open it with your recovery kit</source>
        <translation>Ábrelo con tu kit de recuperación</translation>
    </message>
    <message>
        <source>Type the 24 words from the page you kept. The first four letters of each are enough. Capitals and accents do not matter.</source>
        <translation>Escribe las 24 palabras de la hoja que guardaste. Bastan las cuatro primeras letras de cada una. Las mayúsculas y los acentos no importan.</translation>
    </message>
    <message>
        <source>The 24 words</source>
        <translation>Las 24 palabras</translation>
    </message>
    <message>
        <source>No kit? Then nobody can open this file, and nobody can make an exception.</source>
        <translation>¿No tienes kit? Entonces nadie puede abrir este archivo, y nadie puede hacer una excepción.</translation>
    </message>
    <message>
        <source>Keep the file all the same: the passphrase may come back to you. Ask the schools and employers for new copies, and begin a new file with them.</source>
        <translation>Guarda el archivo de todos modos: quizás recuerdes la frase. Pide copias nuevas a las escuelas y a los empleadores, y empieza con ellas un archivo nuevo.</translation>
    </message>
    <message>
        <source>Choose a new passphrase</source>
        <translation>Elige una frase de contraseña nueva</translation>
    </message>
    <message>
        <source>It takes the place of the one you forgot. The old one will not work any more.</source>
        <translation>Reemplaza a la que olvidaste. La anterior ya no servirá.</translation>
    </message>
    <message>
        <source>Make a new recovery kit</source>
        <translation>Hacer un kit de recuperación nuevo</translation>
    </message>
    <message>
        <source>Your file is open. The kit you used is void now: tear it up, and keep this one.</source>
        <translation>Tu archivo está abierto. El kit que usaste ya no vale: rómpelo y guarda este.</translation>
    </message>
    <message>
        <source>{number} of 24 words</source>
        <translation>{number} de 24 palabras</translation>
    </message>
</context>
<context>
    <name>RecoveryFlow</name>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Imágenes (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>A picture of the square code</source>
        <translation>Una imagen del código cuadrado</translation>
    </message>
</context>
<context>
    <name>RegionCanvas</name>
    <message>
        <source>Part of the screen</source>
        <translation>Parte de la pantalla</translation>
    </message>
    <message>
        <source>{width} by {height} points, {left} from the left, {top} from the top</source>
        <translation>{width} por {height} puntos, a {left} de la izquierda y {top} de arriba</translation>
    </message>
</context>
<context>
    <name>RegionPicker</name>
    <message>
        <source>Where is the code?</source>
        <translation>¿Dónde está el código?</translation>
    </message>
    <message>
        <source>Draw a frame around the code. Or: arrow keys move the frame, with Shift they change its size.</source>
        <translation>Dibuja un marco alrededor del código. O bien: las flechas mueven el marco, y con Mayúsculas cambian su tamaño.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The whole screen</source>
        <translation>Toda la pantalla</translation>
    </message>
    <message>
        <source>Read this part</source>
        <translation>Leer esta parte</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>completado</translation>
    </message>
    <message>
        <source>enrolled</source>
        <translation>inscrito</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>no aprobado</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>withdrew</source>
        <translation>se retiró</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
</context>
<context>
    <name>RequestSheet</name>
    <message>
        <source>Answer a request</source>
        <translation>Responder a una petición</translation>
    </message>
    <message>
        <source>Somebody asks for your credentials with a file, a code or a text. Reading it sends nothing to anybody.</source>
        <translation>Alguien te pide credenciales con un archivo, un código o un texto. Leerlo no envía nada a nadie.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>The text of a request</source>
        <translation>El texto de una petición</translation>
    </message>
    <message>
        <source>Read this text</source>
        <translation>Leer este texto</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Drop the request here, or</source>
        <translation>Suelta la petición aquí, o</translation>
    </message>
    <message>
        <source>A file, or a picture of its QR code</source>
        <translation>Un archivo, o una imagen de su código QR</translation>
    </message>
    <message>
        <source>Or paste its text, or its link</source>
        <translation>O pega su texto, o su enlace</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Nothing was shared.</source>
        <translation>No se compartió nada.</translation>
    </message>
    <message>
        <source>Requests (*.json *.txt *.png *.jpg *.jpeg);;All files (*)</source>
        <translation>Peticiones (*.json *.txt *.png *.jpg *.jpeg);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Choose a request</source>
        <translation>Elegir una petición</translation>
    </message>
</context>
<context>
    <name>RequestWords</name>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>Any credential</source>
        <translation>Cualquier credencial</translation>
    </message>
    <message>
        <source>Nothing more than what is always shown.</source>
        <translation>Nada más que lo que siempre se muestra.</translation>
    </message>
    <message>
        <source>It has to show: {parts}</source>
        <translation>Tiene que mostrar: {parts}</translation>
    </message>
    <message>
        <source>{issuer}. It can only be shared whole: everything in it goes along.</source>
        <translation>{issuer}. Solo se puede compartir entera: va todo lo que contiene.</translation>
    </message>
    <message>
        <source>{issuer}. Shows what is always shown, and nothing more.</source>
        <translation>{issuer}. Muestra lo que siempre se muestra, y nada más.</translation>
    </message>
    <message>
        <source>{issuer}. Shows what is always shown, and: {parts}</source>
        <translation>{issuer}. Muestra lo que siempre se muestra, y: {parts}</translation>
    </message>
    <message>
        <source>Open Badge</source>
        <translation>Insignia abierta (Open Badge)</translation>
    </message>
    <message>
        <source>Learner record</source>
        <translation>Registro de aprendizaje</translation>
    </message>
    <message>
        <source>Endorsement</source>
        <translation>Respaldo</translation>
    </message>
</context>
<context>
    <name>RoomPart</name>
    <message>
        <source>Only in the same network, and only while this is open</source>
        <translation>Solo en la misma red, y solo mientras esto esté abierto</translation>
    </message>
    <message>
        <source>Their phone must be in the same Wi-Fi as this computer. It ends when you close it, when your file locks, and when the program ends. What a phone has scanned, it can keep. Some school networks keep devices apart: if their phone finds nothing, use another way.</source>
        <translation>Su teléfono debe estar en el mismo wifi que esta computadora. Termina cuando lo cierras, cuando se cierra tu archivo y cuando sales del programa. Lo que un teléfono escaneó, lo puede guardar. Algunas redes de escuelas separan los aparatos: si su teléfono no encuentra nada, usa otra manera.</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>Terminar ahora</translation>
    </message>
    <message>
        <source>The page is at {address}</source>
        <translation>La página está en {address}</translation>
    </message>
    <message>
        <source>It has ended: nothing can be opened here any more.</source>
        <translation>Ya terminó: aquí no se puede abrir nada más.</translation>
    </message>
    <message numerus="yes">
        <source>Opened %n time(s)</source>
        <translation>
            <numerusform>Se abrió %n vez</numerusform>
            <numerusform>Se abrió %n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has opened it yet</source>
        <translation>Nadie lo ha abierto todavía</translation>
    </message>
</context>
<context>
    <name>SafeKeeping</name>
    <message>
        <source>Back up</source>
        <translation>Hacer una copia de seguridad</translation>
    </message>
    <message>
        <source>Another place</source>
        <translation>Otro lugar</translation>
    </message>
    <message>
        <source>No copies by themselves</source>
        <translation>Sin copias automáticas</translation>
    </message>
    <message>
        <source>Check that everything is whole</source>
        <translation>Revisar que todo esté completo</translation>
    </message>
    <message>
        <source>Move to another place</source>
        <translation>Mover a otro lugar</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Exportar todo</translation>
    </message>
    <message>
        <source>Bring in another copy</source>
        <translation>Traer otra copia</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Your file is yours</source>
        <translation>Tu archivo es tuyo</translation>
    </message>
    <message>
        <source>Move it to a stick or another computer, or write everything out as ordinary files that any program can read: the originals as they came, and a page to read.</source>
        <translation>Muévelo a una memoria USB o a otra computadora, o escribe todo como archivos comunes que cualquier programa puede leer: los originales como llegaron, y una página para leer.</translation>
    </message>
    <message>
        <source>Your file was never backed up. If this computer breaks or is lost, it is gone.</source>
        <translation>Tu archivo no tiene ninguna copia de seguridad. Si esta computadora se daña o se pierde, lo pierdes.</translation>
    </message>
    <message>
        <source>Last backed up on {date}.</source>
        <translation>Última copia de seguridad: {date}.</translation>
    </message>
    <message numerus="yes">
        <source>%n new credential(s) since.</source>
        <translation>
            <numerusform>%n credencial nueva desde entonces.</numerusform>
            <numerusform>%n credenciales nuevas desde entonces.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new since.</source>
        <translation>Nada nuevo desde entonces.</translation>
    </message>
    <message>
        <source>Copies go to {folder}; once a day also by themselves, when something new came.</source>
        <translation>Las copias van a {folder}; una vez al día también solas, si llegó algo nuevo.</translation>
    </message>
</context>
<context>
    <name>SchoolPart</name>
    <message>
        <source>Set by your school</source>
        <translation>Fijado por tu escuela</translation>
    </message>
    <message>
        <source>Only whoever looks after this computer can change this.</source>
        <translation>Solo quien cuida esta computadora puede cambiarlo.</translation>
    </message>
    <message>
        <source>The wallet uses no network on this computer.</source>
        <translation>La cartera no usa la red en esta computadora.</translation>
    </message>
    <message>
        <source>The network is reached through {name}.</source>
        <translation>A la red se llega a través de {name}.</translation>
    </message>
    <message>
        <source>Only these websites may be asked, and you are asked first: {names}.</source>
        <translation>Solo se puede preguntar a estos sitios web, y antes se te pregunta a ti: {names}.</translation>
    </message>
    <message>
        <source>An adult agrees to each share, unless you are 18 or older.</source>
        <translation>Una persona adulta acepta cada vez que compartes algo, a menos que tengas 18 años o más.</translation>
    </message>
    <message>
        <source>Issuers are known from: {names}.</source>
        <translation>Los emisores se conocen por: {names}.</translation>
    </message>
</context>
<context>
    <name>ScreenCode</name>
    <message>
        <source>This computer does not let programs look at the screen.</source>
        <translation>Esta computadora no deja que los programas miren la pantalla.</translation>
    </message>
    <message>
        <source>Take a picture of it with the computer&apos;s own tool and drop that here, or paste the text of the link.</source>
        <translation>Toma una imagen de ella con la herramienta de la computadora y suéltala aquí, o pega el texto del enlace.</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Name of a collection or a tag</source>
        <translation>Nombre de una colección o etiqueta</translation>
    </message>
    <message>
        <source>Add to the collection</source>
        <translation>Agregar a la colección</translation>
    </message>
    <message>
        <source>Add the tag</source>
        <translation>Agregar la etiqueta</translation>
    </message>
    <message>
        <source>Share them</source>
        <translation>Compartirlas</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>Mover a la papelera</translation>
    </message>
    <message>
        <source>Stop selecting</source>
        <translation>Dejar de elegir</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n elegida</numerusform>
            <numerusform>%n elegidas</numerusform>
        </translation>
    </message>
    <message>
        <source>Click the credentials, or press Space on them.</source>
        <translation>Haz clic en las credenciales, o pulsa Espacio sobre ellas.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Match this computer</source>
        <translation>Como esta computadora</translation>
    </message>
    <message>
        <source>Light, dark or strong contrast, as the computer is set.</source>
        <translation>Claro, oscuro o de contraste fuerte, según esté la computadora.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark words on a light ground.</source>
        <translation>Letras oscuras sobre fondo claro.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Light words on a dark ground.</source>
        <translation>Letras claras sobre fondo oscuro.</translation>
    </message>
    <message>
        <source>Strong contrast, light</source>
        <translation>Contraste fuerte, claro</translation>
    </message>
    <message>
        <source>Black words on white, with clear edges.</source>
        <translation>Letras negras sobre blanco, con bordes claros de ver.</translation>
    </message>
    <message>
        <source>Strong contrast, dark</source>
        <translation>Contraste fuerte, oscuro</translation>
    </message>
    <message>
        <source>White words on black, with clear edges.</source>
        <translation>Letras blancas sobre negro, con bordes claros de ver.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>Several</name>
    <message numerus="yes">
        <source>%n credential(s) in one file</source>
        <translation>
            <numerusform>%n credencial en un archivo</numerusform>
            <numerusform>%n credenciales en un archivo</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareNote</name>
    <message>
        <source>In the learner&apos;s own words</source>
        <translation>En palabras de quien aprende</translation>
    </message>
    <message>
        <source>Written by the learner, no issuer</source>
        <translation>Escrito por quien aprende, sin emisor</translation>
    </message>
</context>
<context>
    <name>ShareSheet</name>
    <message>
        <source>Who and why</source>
        <translation>Para quién</translation>
    </message>
    <message>
        <source>Share with {name}</source>
        <translation>Compartir con {name}</translation>
    </message>
</context>
<context>
    <name>ShareWays</name>
    <message>
        <source>After its end date a check says that it has ended.</source>
        <translation>Después de su fecha de fin, la revisión dice que terminó.</translation>
    </message>
    <message>
        <source>They get a copy of the record.</source>
        <translation>Reciben una copia del registro.</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>Código QR</translation>
    </message>
    <message>
        <source>They scan or photograph it, and this program checks it. Good in person.</source>
        <translation>Lo escanean o le toman una foto, y este programa lo revisa. Bueno en persona.</translation>
    </message>
    <message>
        <source>The code is made and shown in the next step.</source>
        <translation>El código se crea y se muestra en el paso siguiente.</translation>
    </message>
    <message>
        <source>This code holds the record itself, so a photo of it can be kept.</source>
        <translation>Este código contiene el registro mismo, así que pueden guardar una foto de él.</translation>
    </message>
    <message>
        <source>Create QR code</source>
        <translation>Crear código QR</translation>
    </message>
    <message>
        <source>They scan it with a phone and see a page that checks it. Good in person.</source>
        <translation>Lo escanean con un teléfono y ven una página que lo revisa. Bueno en persona.</translation>
    </message>
    <message>
        <source>Moving QR code</source>
        <translation>Código QR en movimiento</translation>
    </message>
    <message>
        <source>For what one code cannot hold: codes that follow each other, for the camera of the check page.</source>
        <translation>Para lo que no cabe en un código: varios códigos seguidos, para la cámara de la página de revisión.</translation>
    </message>
    <message>
        <source>They open the check page on a device with a camera, press its camera button, and hold it in front of this screen until all codes are there.</source>
        <translation>Abren la página de revisión en un aparato con cámara, presionan su botón de cámara y lo ponen delante de esta pantalla hasta que estén todos los códigos.</translation>
    </message>
    <message>
        <source>The codes hold the record itself, so a film of them can be kept.</source>
        <translation>Los códigos contienen el registro mismo, así que pueden guardar un video de ellos.</translation>
    </message>
    <message>
        <source>Create moving code</source>
        <translation>Crear código en movimiento</translation>
    </message>
    <message>
        <source>In the same room</source>
        <translation>En la misma sala</translation>
    </message>
    <message>
        <source>Their phone opens the check page from this computer while you keep it open. Good at a table.</source>
        <translation>Su teléfono abre la página de revisión desde esta computadora mientras la tengas abierta. Bueno en una mesa.</translation>
    </message>
    <message>
        <source>Works only while their phone is in the same network (Wi-Fi) as this computer. The page comes from this computer; the record travels in the code alone. It ends when you close it.</source>
        <translation>Solo funciona mientras su teléfono esté en la misma red (wifi) que esta computadora. La página viene de esta computadora; el registro viaja solo en el código. Termina cuando lo cierras.</translation>
    </message>
    <message>
        <source>Closing it ends the page on this computer. But the code holds the record itself: a phone that scanned it can keep it.</source>
        <translation>Al cerrarla, la página termina en esta computadora. Pero el código contiene el registro mismo: un teléfono que lo escaneó puede guardarlo.</translation>
    </message>
    <message>
        <source>Open it now</source>
        <translation>Abrirla ahora</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>For e-mail or a form. It is long, and opens with this program.</source>
        <translation>Para un correo o un formulario. Es largo, y se abre con este programa.</translation>
    </message>
    <message>
        <source>The link is made and shown in the next step, to copy or to save as a text file.</source>
        <translation>El enlace se crea y se muestra en el paso siguiente, para copiarlo o guardarlo como archivo de texto.</translation>
    </message>
    <message>
        <source>The link holds the record itself: whoever has the link can read it and keep it.</source>
        <translation>El enlace contiene el registro mismo: quien tenga el enlace puede leerlo y guardarlo.</translation>
    </message>
    <message>
        <source>Create link</source>
        <translation>Crear enlace</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>For e-mail or a form. It is long, and opens the check page in any browser.</source>
        <translation>Para un correo o un formulario. Es largo, y abre la página de revisión en cualquier navegador.</translation>
    </message>
    <message>
        <source>Page that checks itself</source>
        <translation>Página que se revisa sola</translation>
    </message>
    <message>
        <source>One file that opens in any browser, also without internet. Some mail services block it.</source>
        <translation>Un archivo que se abre en cualquier navegador, también sin internet. Algunos servicios de correo lo bloquean.</translation>
    </message>
    <message>
        <source>An HTML file. They open it in a browser; it checks the record there and sends nothing back.</source>
        <translation>Un archivo HTML. Lo abren en un navegador; allí revisa el registro y no envía nada de vuelta.</translation>
    </message>
    <message>
        <source>Create page</source>
        <translation>Crear página</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Página web (*.html)</translation>
    </message>
    <message>
        <source>PDF to read or print</source>
        <translation>PDF para leer o imprimir</translation>
    </message>
    <message>
        <source>A page for people, with the signed record attached. Good for an application.</source>
        <translation>Una hoja para personas, con el registro firmado adjunto. Bueno para una solicitud.</translation>
    </message>
    <message>
        <source>A PDF file. People read it; a check needs the file itself, or the code on it where there is one.</source>
        <translation>Un archivo PDF. Las personas lo leen; para revisarlo hace falta el archivo mismo, o su código si tiene uno.</translation>
    </message>
    <message>
        <source>Create PDF</source>
        <translation>Crear PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>You hand over a signed file. Best for a registrar&apos;s office.</source>
        <translation>Entregas un archivo firmado. Lo mejor para una oficina de registro escolar.</translation>
    </message>
    <message>
        <source>A signed JSON file. Programs for credentials open it, and ler-wallet verify.</source>
        <translation>Un archivo JSON firmado. Lo abren los programas para credenciales, y ler-wallet verify.</translation>
    </message>
    <message>
        <source>Create file</source>
        <translation>Crear archivo</translation>
    </message>
    <message>
        <source>Signed file (*.json)</source>
        <translation>Archivo firmado (*.json)</translation>
    </message>
    <message>
        <source>Locked file</source>
        <translation>Archivo cerrado</translation>
    </message>
    <message>
        <source>Only who has the passphrase can open it. Good when others may see the mail.</source>
        <translation>Solo lo abre quien tiene la frase secreta. Bueno cuando otros pueden ver el correo.</translation>
    </message>
    <message>
        <source>They need the passphrase, and the check page or ler-wallet verify.</source>
        <translation>Necesitan la frase secreta, y la página de revisión o ler-wallet verify.</translation>
    </message>
    <message>
        <source>Who has the file and the passphrase keeps a copy.</source>
        <translation>Quien tiene el archivo y la frase secreta se queda con una copia.</translation>
    </message>
    <message>
        <source>Create locked file</source>
        <translation>Crear archivo cerrado</translation>
    </message>
    <message>
        <source>Locked share (*.lershare)</source>
        <translation>Envío cerrado (*.lershare)</translation>
    </message>
    <message>
        <source>Originals (ZIP)</source>
        <translation>Originales (ZIP)</translation>
    </message>
    <message>
        <source>The credentials as their issuers signed them. Good for another wallet or a school system.</source>
        <translation>Las credenciales como las firmaron sus emisores. Bueno para otro programa o un sistema escolar.</translation>
    </message>
    <message>
        <source>A ZIP with each credential in a file of its own, and the signed record.</source>
        <translation>Un ZIP con cada credencial en su propio archivo, y el registro firmado.</translation>
    </message>
    <message>
        <source>They get the credentials themselves. These do not end with the share.</source>
        <translation>Reciben las credenciales mismas. Estas no terminan con el envío.</translation>
    </message>
    <message>
        <source>Create ZIP</source>
        <translation>Crear ZIP</translation>
    </message>
    <message>
        <source>ZIP archive (*.zip)</source>
        <translation>Archivo ZIP (*.zip)</translation>
    </message>
    <message>
        <source>LinkedIn profile</source>
        <translation>Perfil de LinkedIn</translation>
    </message>
    <message>
        <source>Fills in LinkedIn&apos;s form with name, issuer and dates. Anybody may see a profile.</source>
        <translation>Llena el formulario de LinkedIn con nombre, emisor y fechas. Cualquiera puede ver un perfil.</translation>
    </message>
    <message>
        <source>The form is opened in your browser only when you press its button in the next step.</source>
        <translation>El formulario se abre en tu navegador solo cuando presionas su botón en el paso siguiente.</translation>
    </message>
    <message>
        <source>You can change or remove it on LinkedIn. What others saw or copied stays with them.</source>
        <translation>Puedes cambiarlo o quitarlo en LinkedIn. Lo que otros vieron o copiaron se queda con ellos.</translation>
    </message>
    <message>
        <source>Make the form</source>
        <translation>Hacer el formulario</translation>
    </message>
    <message>
        <source>They get a copy of what is shown. It cannot be taken back.</source>
        <translation>Reciben una copia de lo que se muestra. No se puede recuperar.</translation>
    </message>
    <message>
        <source>File with the answer</source>
        <translation>Archivo con la respuesta</translation>
    </message>
    <message>
        <source>In the words their program asked in. You send it, or hand it over.</source>
        <translation>En la forma en que su programa lo pidió. Lo envías, o lo entregas.</translation>
    </message>
    <message>
        <source>A JSON file. The program they asked with reads it.</source>
        <translation>Un archivo JSON. Lo lee el programa con el que lo pidieron.</translation>
    </message>
    <message>
        <source>Create the answer</source>
        <translation>Crear la respuesta</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Emitido por</translation>
    </message>
    <message>
        <source>Year of issue</source>
        <translation>Año de emisión</translation>
    </message>
    <message>
        <source>Month of issue</source>
        <translation>Mes de emisión</translation>
    </message>
    <message>
        <source>Year it ends</source>
        <translation>Año en que termina</translation>
    </message>
    <message>
        <source>Month it ends</source>
        <translation>Mes en que termina</translation>
    </message>
    <message>
        <source>Page to check it</source>
        <translation>Página para revisarlo</translation>
    </message>
    <message>
        <source>Shared with {name}</source>
        <translation>Compartido con {name}</translation>
    </message>
    <message>
        <source>For: {purpose}</source>
        <translation>Para: {purpose}</translation>
    </message>
    <message>
        <source>Ends on {date}</source>
        <translation>Termina el {date}</translation>
    </message>
    <message>
        <source>No end date</source>
        <translation>Sin fecha de fin</translation>
    </message>
    <message>
        <source>Skills: {names}</source>
        <translation>Habilidades: {names}</translation>
    </message>
</context>
<context>
    <name>ShareWords</name>
    <message>
        <source>QR code</source>
        <translation>código QR</translation>
    </message>
    <message>
        <source>moving QR code</source>
        <translation>código QR en movimiento</translation>
    </message>
    <message>
        <source>in the same room</source>
        <translation>en la misma sala</translation>
    </message>
    <message>
        <source>link</source>
        <translation>enlace</translation>
    </message>
    <message>
        <source>page that checks itself</source>
        <translation>página que se revisa sola</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>locked file</source>
        <translation>archivo cerrado</translation>
    </message>
    <message>
        <source>originals (ZIP)</source>
        <translation>originales (ZIP)</translation>
    </message>
    <message>
        <source>LinkedIn form</source>
        <translation>formulario de LinkedIn</translation>
    </message>
    <message>
        <source>badge site</source>
        <translation>sitio de insignias</translation>
    </message>
    <message>
        <source>Agreed on {date} by {name} ({relation}).</source>
        <translation>Aceptado el {date} por {name} ({relation}).</translation>
    </message>
    <message>
        <source>The receiver may pass it on to others.</source>
        <translation>Quien lo recibe puede pasarlo a otros.</translation>
    </message>
    <message>
        <source>The receiver may not pass it on to others.</source>
        <translation>Quien lo recibe no puede pasarlo a otros.</translation>
    </message>
    <message>
        <source>Taken back on {date}.</source>
        <translation>Retirado el {date}.</translation>
    </message>
</context>
<context>
    <name>SharedBanner</name>
    <message>
        <source>Shared computer</source>
        <translation>Computadora compartida</translation>
    </message>
    <message>
        <source>Nothing stays here. Locks after {seconds} seconds without use.</source>
        <translation>Aquí no queda nada. Se cierra después de {seconds} segundos sin uso.</translation>
    </message>
</context>
<context>
    <name>SharedChip</name>
    <message>
        <source>Shared computer</source>
        <translation>Computadora compartida</translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message>
        <source>Share something new</source>
        <translation>Compartir algo nuevo</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Envíos</translation>
    </message>
    <message>
        <source>What you shared, with whom, and when</source>
        <translation>Qué compartiste, con quién y cuándo</translation>
    </message>
    <message>
        <source>Answer a request</source>
        <translation>Responder a una petición</translation>
    </message>
    <message>
        <source>Sharing history</source>
        <translation>Historial de envíos</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Abiertos</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminados</translation>
    </message>
    <message>
        <source>You have not shared anything yet.</source>
        <translation>Todavía no has compartido nada.</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>hasta el {date}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Details of what you shared with {name}</source>
        <translation>Detalles de lo que compartiste con {name}</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} y %n más</numerusform>
            <numerusform>{names} y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credential(s)</source>
        <translation>
            <numerusform>%n credencial</numerusform>
            <numerusform>%n credenciales</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>No end date</source>
        <translation>Sin fecha de fin</translation>
    </message>
    <message>
        <source>They may keep a copy</source>
        <translation>Pueden guardar una copia</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>Queda %n día</numerusform>
            <numerusform>Quedan %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Ends today</source>
        <translation>Termina hoy</translation>
    </message>
    <message>
        <source>What an end date can do</source>
        <translation>Lo que puede hacer una fecha de fin</translation>
    </message>
    <message>
        <source>A file or QR code holds the record itself. After its date a check says that it has ended, but a saved copy cannot be taken back. You can ask them to delete it: Details has the message for that.</source>
        <translation>Un archivo o código QR contiene el registro mismo. Después de su fecha, la revisión dice que terminó, pero una copia guardada no se puede retirar. Puedes pedir que la borren: en Detalles está el mensaje para eso.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Credentials</source>
        <translation>Credenciales</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Habilidades</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Envíos</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Saved. It says “Added by you”.</source>
        <translation>Guardado. Dice «Agregado por ti».</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>LER Wallet</source>
        <translation>LER Wallet</translation>
    </message>
    <message>
        <source>Advising view</source>
        <translation>Orientación</translation>
    </message>
</context>
<context>
    <name>SignInPanel</name>
    <message>
        <source>Open the sign-in page</source>
        <translation>Abrir la página para entrar</translation>
    </message>
    <message>
        <source>{site} calls itself “{name}”. Nobody checked that name.</source>
        <translation>{site} se llama a sí mismo «{name}». Nadie comprobó ese nombre.</translation>
    </message>
    <message>
        <source>You sign in at {host}, and say there what we may read. We wait for five minutes.</source>
        <translation>Entras en {host} y dices allí qué podemos leer. Esperamos cinco minutos.</translation>
    </message>
    <message>
        <source>Its terms: {address}</source>
        <translation>Sus condiciones: {address}</translation>
    </message>
    <message>
        <source>What it does with your data: {address}</source>
        <translation>Qué hace con tus datos: {address}</translation>
    </message>
</context>
<context>
    <name>SignLinks</name>
    <message>
        <source>Joined. Both show it.</source>
        <translation>Unidas. Las dos lo muestran.</translation>
    </message>
</context>
<context>
    <name>SignPart</name>
    <message>
        <source>You joined this to what you wrote: {name}</source>
        <translation>Uniste esto con lo que escribiste: {name}</translation>
    </message>
    <message>
        <source>Show what I wrote</source>
        <translation>Mostrar lo que escribí</translation>
    </message>
    <message>
        <source>Signed by others</source>
        <translation>Firmado por otras personas</translation>
    </message>
    <message>
        <source>Asked on {date}: {name}</source>
        <translation>Pedido el {date}: {name}</translation>
    </message>
    <message>
        <source>Signed: {name}</source>
        <translation>Firmado: {name}</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostrarla</translation>
    </message>
    <message>
        <source>They do not belong together</source>
        <translation>No van juntas</translation>
    </message>
    <message>
        <source>What you wrote stays “Added by you”. Open the other one to see who signed it, and what we checked.</source>
        <translation>Lo que escribiste sigue como «Agregada por ti». Abre la otra para ver quién la firmó y qué revisamos.</translation>
    </message>
    <message>
        <source>This one names what you wrote: {name}</source>
        <translation>Esta nombra lo que escribiste: {name}</translation>
    </message>
    <message>
        <source>Does it belong to it? You decide.</source>
        <translation>¿Van juntas? Tú decides.</translation>
    </message>
    <message>
        <source>Join them</source>
        <translation>Unirlas</translation>
    </message>
    <message>
        <source>Ask someone to sign</source>
        <translation>Pedir una firma</translation>
    </message>
    <message>
        <source>Join one I have</source>
        <translation>Unir una que tengo</translation>
    </message>
</context>
<context>
    <name>SignedSheet</name>
    <message>
        <source>Which one did they sign?</source>
        <translation>¿Cuál firmó?</translation>
    </message>
    <message>
        <source>Join them</source>
        <translation>Unirlas</translation>
    </message>
    <message>
        <source>Join what somebody signed</source>
        <translation>Unir lo que alguien firmó</translation>
    </message>
    <message>
        <source>To what you wrote: {name}</source>
        <translation>Con lo que escribiste: {name}</translation>
    </message>
    <message>
        <source>You say that they belong together.</source>
        <translation>Tú dices que van juntas.</translation>
    </message>
    <message>
        <source>Neither is changed. What you wrote stays “Added by you”. Nobody you share it with sees the join.</source>
        <translation>Ninguna cambia. Lo que escribiste sigue como «Agregada por ti». Nadie con quien la compartas ve esta unión.</translation>
    </message>
</context>
<context>
    <name>SitePanel</name>
    <message>
        <source>May we ask {site}?</source>
        <translation>¿Podemos preguntar a {site}?</translation>
    </message>
    <message>
        <source>Always allow this website</source>
        <translation>Permitir siempre este sitio web</translation>
    </message>
    <message>
        <source>Ask this website</source>
        <translation>Preguntar a este sitio web</translation>
    </message>
    <message>
        <source>Do not ask it</source>
        <translation>No preguntarle</translation>
    </message>
    <message>
        <source>{site} sends us there.</source>
        <translation>{site} nos envía allí.</translation>
    </message>
    <message>
        <source>This website learns the network address of your computer.</source>
        <translation>Este sitio web se entera de la dirección de red de tu computadora.</translation>
    </message>
    <message>
        <source>It also learns that this very credential is checked.</source>
        <translation>También se entera de que se revisa justo esta credencial.</translation>
    </message>
</context>
<context>
    <name>SiteProgress</name>
    <message>
        <source>Fetching</source>
        <translation>Trayendo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Fetched {done} of {total}</source>
        <translation>Traídas {done} de {total}</translation>
    </message>
    <message>
        <source>Fetched {done}</source>
        <translation>Traídas {done}</translation>
    </message>
</context>
<context>
    <name>SkillButton</name>
    <message>
        <source>Shows this skill with everything that proves it</source>
        <translation>Muestra esta habilidad con todo lo que la demuestra</translation>
    </message>
</context>
<context>
    <name>SkillJoining</name>
    <message>
        <source>join {name}</source>
        <translation>unir {name}</translation>
    </message>
    <message>
        <source>Joined: {name}</source>
        <translation>Unidas: {name}</translation>
    </message>
    <message>
        <source>take {name} apart</source>
        <translation>separar {name}</translation>
    </message>
    <message>
        <source>No longer joined: {name}</source>
        <translation>Ya no están unidas: {name}</translation>
    </message>
    <message>
        <source>keep {name} apart</source>
        <translation>dejar {name} por separado</translation>
    </message>
    <message>
        <source>They stay apart, and you are not asked again: {name}</source>
        <translation>Quedan separadas y no se te preguntará otra vez: {name}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>SkillList</name>
    <message>
        <source>All skills</source>
        <translation>Todas las habilidades</translation>
    </message>
</context>
<context>
    <name>SkillPane</name>
    <message>
        <source>Back to all skills</source>
        <translation>Volver a todas las habilidades</translation>
    </message>
    <message>
        <source>Choose a skill to see what shows it.</source>
        <translation>Elige una habilidad para ver qué la demuestra.</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Habilidad</translation>
    </message>
    <message>
        <source>What shows it</source>
        <translation>Qué la demuestra</translation>
    </message>
    <message>
        <source>Named, but no proof</source>
        <translation>La nombran, pero no son prueba</translation>
    </message>
    <message>
        <source>These are not verified.</source>
        <translation>Estas no están verificadas.</translation>
    </message>
    <message>
        <source>Added by you</source>
        <translation>Agregada por ti</translation>
    </message>
    <message>
        <source>What you wrote yourself is welcome, and is no proof.</source>
        <translation>Lo que escribes tú es bienvenido, pero no es prueba.</translation>
    </message>
    <message numerus="yes">
        <source>Show more of the other %n</source>
        <translation>
            <numerusform>Mostrar %n más</numerusform>
            <numerusform>Mostrar más de las otras %n</numerusform>
        </translation>
    </message>
    <message>
        <source>A word its issuer wrote, not from a list of skills</source>
        <translation>Una palabra de su emisor, no de una lista de habilidades</translation>
    </message>
    <message>
        <source>From {name}</source>
        <translation>De {name}</translation>
    </message>
    <message>
        <source>Area: {group}</source>
        <translation>Área: {group}</translation>
    </message>
    <message>
        <source>Nothing in your file proves this skill yet.</source>
        <translation>Todavía nada en tu archivo demuestra esta habilidad.</translation>
    </message>
    <message>
        <source>Share with proof</source>
        <translation>Compartir con prueba</translation>
    </message>
    <message>
        <source>You joined this with others that are the same.</source>
        <translation>La uniste con otras que son la misma.</translation>
    </message>
    <message>
        <source>Also called or from: {names}</source>
        <translation>También se llama o viene de: {names}</translation>
    </message>
    <message>
        <source>Take them apart</source>
        <translation>Separarlas</translation>
    </message>
</context>
<context>
    <name>SkillWords</name>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Words and languages</source>
        <translation>Palabras e idiomas</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Pensar</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Dinero</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planear</translation>
    </message>
    <message>
        <source>Making and repairing</source>
        <translation>Hacer y reparar</translation>
    </message>
    <message>
        <source>Creating</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Computación</translation>
    </message>
    <message>
        <source>Health and safety</source>
        <translation>Salud y seguridad</translation>
    </message>
    <message>
        <source>Other skills</source>
        <translation>Otras habilidades</translation>
    </message>
    <message>
        <source>Words, not from a list</source>
        <translation>Palabras que no son de una lista</translation>
    </message>
    <message>
        <source>From a list without a name</source>
        <translation>De una lista sin nombre</translation>
    </message>
    <message>
        <source>Issuers wrote these words without saying which list of skills they are from. The same word may mean something else to another issuer, so they are not counted.</source>
        <translation>Los emisores escribieron estas palabras sin decir de qué lista de habilidades son. La misma palabra puede significar otra cosa para otro emisor, así que no se cuentan.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
</context>
<context>
    <name>Skills</name>
    <message>
        <source>from {framework}</source>
        <translation>de {framework}</translation>
    </message>
</context>
<context>
    <name>SkillsFirst</name>
    <message>
        <source>Skills first</source>
        <translation>Primero las habilidades</translation>
    </message>
    <message>
        <source>Leaves out name, photo, school, gender, age, birth date, address and grades, where a credential lets you.</source>
        <translation>Deja fuera nombre, foto, escuela, género, edad, fecha de nacimiento, dirección y notas, donde una credencial lo permite.</translation>
    </message>
    <message>
        <source>They always see who issued each credential. That may be your school.</source>
        <translation>Siempre verán quién emitió cada credencial. Puede ser tu escuela.</translation>
    </message>
    <message>
        <source>Take a tick away where there is one. Where there is none, you can leave that credential out.</source>
        <translation>Quita la marca donde la haya. Donde no la haya, puedes dejar fuera esa credencial.</translation>
    </message>
    <message>
        <source>This goes along all the same:</source>
        <translation>Esto va de todos modos:</translation>
    </message>
    <message>
        <source>Nothing of that goes along.</source>
        <translation>Nada de eso va incluido.</translation>
    </message>
</context>
<context>
    <name>SkillsPage</name>
    <message>
        <source>Search skills, lists, issuers</source>
        <translation>Buscar habilidades, listas, emisores</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Habilidades</translation>
    </message>
    <message>
        <source>Nothing matches. Try fewer letters, or another word.</source>
        <translation>Nada coincide. Prueba con menos letras o con otra palabra.</translation>
    </message>
    <message>
        <source>How to group</source>
        <translation>Cómo agrupar</translation>
    </message>
    <message>
        <source>By area: people, thinking, money…</source>
        <translation>Por área: personas, pensar, dinero…</translation>
    </message>
    <message>
        <source>By the skill list they are from</source>
        <translation>Por la lista de la que son</translation>
    </message>
    <message>
        <source>By skill list</source>
        <translation>Por lista</translation>
    </message>
    <message>
        <source>By area</source>
        <translation>Por área</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Open from a stick</source>
        <translation>Abrir desde una memoria USB</translation>
    </message>
    <message>
        <source>Which file</source>
        <translation>Qué archivo</translation>
    </message>
    <message>
        <source>Look somewhere else</source>
        <translation>Buscar en otro lugar</translation>
    </message>
    <message>
        <source>Start a new file</source>
        <translation>Empezar un archivo nuevo</translation>
    </message>
    <message>
        <source>Put it on your own stick. Takes about three minutes.</source>
        <translation>Ponlo en tu propia memoria USB. Toma unos tres minutos.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Check without a file</source>
        <translation>Revisar sin archivo</translation>
    </message>
    <message>
        <source>See if a badge is genuine, or try it with samples. Nothing is saved.</source>
        <translation>Mira si una insignia es auténtica, o prueba con ejemplos. No se guarda nada.</translation>
    </message>
    <message>
        <source>Check a credential</source>
        <translation>Revisar una credencial</translation>
    </message>
    <message>
        <source>Hello. Where is your file?</source>
        <translation>Hola. ¿Dónde está tu archivo?</translation>
    </message>
    <message>
        <source>On a shared computer nothing about you stays here. Your file stays on your own stick.</source>
        <translation>En una computadora compartida no queda nada sobre ti. Tu archivo se queda en tu propia memoria USB.</translation>
    </message>
    <message>
        <source>When you finish, press Lock and leave, or just pull out the stick.</source>
        <translation>Al terminar, presiona Cerrar y salir, o simplemente saca la memoria USB.</translation>
    </message>
    <message>
        <source>The screen locks by itself after {seconds} seconds without use, then shows this page for the next person.</source>
        <translation>La pantalla se cierra sola después de {seconds} segundos sin uso, y muestra esta página para la persona siguiente.</translation>
    </message>
    <message>
        <source>No names are kept on this computer.</source>
        <translation>En esta computadora no se guarda ningún nombre.</translation>
    </message>
    <message>
        <source>LER Wallet</source>
        <translation>LER Wallet</translation>
    </message>
    <message>
        <source>For counselors</source>
        <translation>Para orientadores</translation>
    </message>
    <message>
        <source>Put in your stick. We look for your file on it.</source>
        <translation>Conecta tu memoria USB. Buscamos tu archivo en ella.</translation>
    </message>
    <message>
        <source>Look for my file</source>
        <translation>Buscar mi archivo</translation>
    </message>
    <message>
        <source>We found {stick} with {name}.</source>
        <translation>Encontramos {stick} con {name}.</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
    <message>
        <source>We found more than one file. Choose yours.</source>
        <translation>Encontramos más de un archivo. Elige el tuyo.</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <translation>Paso {number} de {count}: {name}</translation>
    </message>
</context>
<context>
    <name>StepsSheet</name>
    <message>
        <source>What they see</source>
        <translation>Qué verán</translation>
    </message>
    <message>
        <source>How to send</source>
        <translation>Cómo enviarlo</translation>
    </message>
    <message>
        <source>An adult agrees</source>
        <translation>Una persona adulta acepta</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Show it to an adult</source>
        <translation>Mostrarlo a una persona adulta</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>Next: what they see</source>
        <translation>Siguiente: qué verán</translation>
    </message>
    <message>
        <source>Next: how to send</source>
        <translation>Siguiente: cómo enviarlo</translation>
    </message>
    <message>
        <source>Next: an adult agrees</source>
        <translation>Sigue: una persona adulta acepta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Nothing leaves this computer until you press {button}.</source>
        <translation>Nada sale de esta computadora hasta que presiones {button}.</translation>
    </message>
</context>
<context>
    <name>StrengthMeter</name>
    <message>
        <source>How hard it is to guess</source>
        <translation>Qué tan difícil es adivinarla</translation>
    </message>
    <message>
        <source>Longer is better. Several words that do not belong together work well.</source>
        <translation>Más larga es mejor. Varias palabras que no van juntas funcionan bien.</translation>
    </message>
    <message>
        <source>Weak. It is easy to guess. Add more words or letters.</source>
        <translation>Débil. Es fácil de adivinar. Agrega más palabras o letras.</translation>
    </message>
    <message>
        <source>Fair. It is hard to guess. One more word makes it strong.</source>
        <translation>Aceptable. Es difícil de adivinar. Una palabra más la hace fuerte.</translation>
    </message>
    <message>
        <source>Strong. Guessing it would take many years.</source>
        <translation>Fuerte. Adivinarla tomaría muchos años.</translation>
    </message>
</context>
<context>
    <name>TechnicalDetails</name>
    <message>
        <source>Technical details</source>
        <translation>Detalles técnicos</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>TextSizeField</name>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
</context>
<context>
    <name>TickModel</name>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
</context>
<context>
    <name>TimelineDelegate</name>
    <message>
        <source>Ended</source>
        <translation>Terminó</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Termina</translation>
    </message>
</context>
<context>
    <name>TimelineList</name>
    <message>
        <source>What you earned, year by year</source>
        <translation>Lo que obtuviste, año por año</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>Without a date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Ended: {name}</source>
        <translation>Terminó: {name}</translation>
    </message>
    <message>
        <source>Ends: {name}</source>
        <translation>Termina: {name}</translation>
    </message>
    <message>
        <source>Nobody wrote a date in these that can be read.</source>
        <translation>Nadie escribió en ellas una fecha que se pueda leer.</translation>
    </message>
    <message numerus="yes">
        <source>%n earned</source>
        <translation>
            <numerusform>%n obtenida</numerusform>
            <numerusform>%n obtenidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added by you</source>
        <translation>
            <numerusform>%n agregada por ti</numerusform>
            <numerusform>%n agregadas por ti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ending(s)</source>
        <translation>
            <numerusform>%n termina</numerusform>
            <numerusform>%n terminan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrustedIssuers</name>
    <message>
        <source>Add a list of issuers</source>
        <translation>Agregar una lista de emisores</translation>
    </message>
    <message>
        <source>Or fetch one from a website</source>
        <translation>O trae una de un sitio web</translation>
    </message>
    <message>
        <source>Issuers you trust</source>
        <translation>Emisores en los que confías</translation>
    </message>
    <message>
        <source>Schools and districts publish lists of issuers. A credential from an issuer on such a list can be verified. This is your own view: it stays in your file and never travels with what you share.</source>
        <translation>Las escuelas y los distritos publican listas de emisores. Una credencial de un emisor de una de esas listas puede quedar verificada. Es tu propia opinión: se queda en tu archivo y nunca viaja con lo que compartes.</translation>
    </message>
    <message>
        <source>Checking again: {done} of {total}</source>
        <translation>Revisando otra vez: {done} de {total}</translation>
    </message>
    <message>
        <source>Issuers you said you know</source>
        <translation>Emisores que dijiste que conoces</translation>
    </message>
    <message numerus="yes">
        <source>%n issuer(s)</source>
        <translation>
            <numerusform>%n emisor</numerusform>
            <numerusform>%n emisores</numerusform>
        </translation>
    </message>
    <message>
        <source>not for today: get the newest one</source>
        <translation>no es para hoy: consigue la más nueva</translation>
    </message>
    <message>
        <source>in your file since {date}</source>
        <translation>en tu archivo desde el {date}</translation>
    </message>
    <message>
        <source>from {publisher}</source>
        <translation>de {publisher}</translation>
    </message>
    <message>
        <source>nobody signed it</source>
        <translation>nadie la firmó</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove {title}</source>
        <translation>Quitar {title}</translation>
    </message>
    <message>
        <source>Lists of issuers (*.json)</source>
        <translation>Listas de emisores (*.json)</translation>
    </message>
</context>
<context>
    <name>UndoWords</name>
    <message>
        <source>Undo: {what}</source>
        <translation>Deshacer: {what}</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Rehacer: {what}</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Mend it, or put a copy back</source>
        <translation>Repararlo o recuperar una copia</translation>
    </message>
    <message>
        <source>Forgot your passphrase?</source>
        <translation>¿Olvidaste tu frase de contraseña?</translation>
    </message>
    <message>
        <source>Unlock your file</source>
        <translation>Abre tu archivo</translation>
    </message>
    <message>
        <source>Open another file</source>
        <translation>Abrir otro archivo</translation>
    </message>
    <message>
        <source>Make a new file</source>
        <translation>Crear un archivo nuevo</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>in {folder}</source>
        <translation>en {folder}</translation>
    </message>
    <message>
        <source>Nobody can reset it. Your recovery kit opens the file without it.</source>
        <translation>Nadie puede cambiarla. Tu kit de recuperación abre el archivo sin ella.</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Try again in {seconds} s</source>
        <translation>Prueba otra vez en {seconds} s</translation>
    </message>
</context>
<context>
    <name>UseCases</name>
    <message>
        <source>Picked by you: {shown} of {of} items, without the record around them.</source>
        <translation>Elegido por ti: {shown} de {of} partes, sin el registro que las contiene.</translation>
    </message>
    <message>
        <source>a credential</source>
        <translation>una credencial</translation>
    </message>
    <message>
        <source>They are told: not valid when it was shared.</source>
        <translation>Se les dice: no era válido cuando se compartió.</translation>
    </message>
    <message>
        <source>They are told: it could not be checked when it was shared.</source>
        <translation>Se les dice: no se pudo revisar cuando se compartió.</translation>
    </message>
    <message>
        <source>They are told that you picked this from a longer record.</source>
        <translation>Se les dice que elegiste esto de un registro más largo.</translation>
    </message>
    <message>
        <source>They are told that you issued this yourself.</source>
        <translation>Se les dice que esto lo emitiste tú.</translation>
    </message>
    <message>
        <source>They can check that it was given to your key.</source>
        <translation>Pueden comprobar que se dio a tu clave.</translation>
    </message>
    <message>
        <source>They are told that it was given to another key than the one of this wallet.</source>
        <translation>Se les dice que se dio a otra clave que la de esta cartera.</translation>
    </message>
    <message>
        <source>They cannot check from this whom it was given to.</source>
        <translation>Con esto no pueden comprobar a quién se dio.</translation>
    </message>
    <message>
        <source>{what}, in a hidden form</source>
        <translation>{what}, en forma oculta</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
    <message>
        <source>Your e-mail</source>
        <translation>Tu correo electrónico</translation>
    </message>
    <message>
        <source>Your birth date</source>
        <translation>Tu fecha de nacimiento</translation>
    </message>
    <message>
        <source>A number of yours</source>
        <translation>Un número tuyo</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>Tu número de teléfono</translation>
    </message>
    <message>
        <source>Your address</source>
        <translation>Tu dirección</translation>
    </message>
    <message>
        <source>A picture of you</source>
        <translation>Una imagen tuya</translation>
    </message>
    <message>
        <source>Your age or school year</source>
        <translation>Tu edad o año escolar</translation>
    </message>
    <message>
        <source>Your gender</source>
        <translation>Tu género</translation>
    </message>
    <message>
        <source>Something that names you</source>
        <translation>Algo que te nombra</translation>
    </message>
    <message>
        <source>It also names</source>
        <translation>También nombra</translation>
    </message>
    <message>
        <source>credential</source>
        <translation>credencial</translation>
    </message>
</context>
<context>
    <name>ViewerSheet</name>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>This kind of file is not shown here. You can save a copy and open that.</source>
        <translation>Este tipo de archivo no se muestra aquí. Puedes guardar una copia y abrirla.</translation>
    </message>
    <message>
        <source>This picture is too large or damaged, so it is not shown. You can save a copy.</source>
        <translation>Esta imagen es demasiado grande o está dañada, así que no se muestra. Puedes guardar una copia.</translation>
    </message>
    <message>
        <source>This cannot be opened.</source>
        <translation>Esto no se puede abrir.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Se guardó como {name}.</translation>
    </message>
</context>
<context>
    <name>WebListPart</name>
    <message>
        <source>Address of the list</source>
        <translation>Dirección de la lista</translation>
    </message>
    <message>
        <source>Fetch the list</source>
        <translation>Traer la lista</translation>
    </message>
    <message>
        <source>Fetching from the website</source>
        <translation>Buscando en el sitio web</translation>
    </message>
    <message>
        <source>For example {address}. Fetch the same address again to renew it. A federation is told which issuers your credentials are from, and nothing else.</source>
        <translation>Por ejemplo {address}. Trae la misma dirección otra vez para renovarla. A una federación se le dice de qué emisores son tus credenciales, y nada más.</translation>
    </message>
</context>
<context>
    <name>WelcomeStep</name>
    <message>
        <source>Your credentials, in a file you own</source>
        <translation>Tus credenciales, en un archivo que es tuyo</translation>
    </message>
    <message>
        <source>Keep badges, certificates and records from every school and job in one place.</source>
        <translation>Guarda en un solo lugar insignias, certificados y registros de cada escuela y trabajo.</translation>
    </message>
    <message>
        <source>Add what you earned. We check each one and tell you plainly what we found.</source>
        <translation>Agrega lo que obtuviste. Revisamos cada cosa y te decimos con claridad lo que encontramos.</translation>
    </message>
    <message>
        <source>Everything stays in one locked file. Only your passphrase opens it.</source>
        <translation>Todo queda en un archivo cerrado. Solo tu frase de contraseña lo abre.</translation>
    </message>
    <message>
        <source>Share what you choose. You see what they will see, before it leaves.</source>
        <translation>Comparte lo que tú elijas. Antes de que salga, ves lo que verán.</translation>
    </message>
    <message>
        <source>Check a credential without a file</source>
        <translation>Revisar una credencial sin archivo</translation>
    </message>
    <message>
        <source>Others use this computer, too</source>
        <translation>Otras personas usan esta computadora</translation>
    </message>
</context>
<context>
    <name>WhatStep</name>
    <message>
        <source>Choose what goes in</source>
        <translation>Elige qué incluir</translation>
    </message>
    <message>
        <source>Nothing else in your file goes along.</source>
        <translation>No va nada más de tu archivo.</translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message>
        <source>For example: Harbor Boat Works</source>
        <translation>Por ejemplo: Harbor Boat Works</translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <translation>¿Para quién es?</translation>
    </message>
    <message>
        <source>What is it for?</source>
        <translation>¿Para qué es?</translation>
    </message>
    <message>
        <source>Start from a template</source>
        <translation>Empezar con una plantilla</translation>
    </message>
    <message>
        <source>No template</source>
        <translation>Sin plantilla</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Empleador</translation>
    </message>
    <message>
        <source>A job, an internship, a volunteer desk.</source>
        <translation>Un trabajo, una pasantía, un voluntariado.</translation>
    </message>
    <message>
        <source>School or college</source>
        <translation>Escuela o universidad</translation>
    </message>
    <message>
        <source>A registrar, a teacher, a programme.</source>
        <translation>Una oficina de registro, un maestro, un programa.</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>Family, a mentor, a friend.</source>
        <translation>Tu familia, una persona que te guía, una amistad.</translation>
    </message>
    <message>
        <source>Their name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Name and reason are signed into the share, so they can see that it was made for them.</source>
        <translation>El nombre y el motivo van firmados en el envío, así pueden ver que se hizo para ellos.</translation>
    </message>
    <message>
        <source>Who and why</source>
        <translation>Para quién</translation>
    </message>
    <message>
        <source>Job application</source>
        <translation>Solicitud de trabajo</translation>
    </message>
    <message>
        <source>Internship</source>
        <translation>Pasantía</translation>
    </message>
    <message>
        <source>First job</source>
        <translation>Primer empleo</translation>
    </message>
    <message>
        <source>Pay talk</source>
        <translation>Hablar del sueldo</translation>
    </message>
    <message>
        <source>Volunteering</source>
        <translation>Voluntariado</translation>
    </message>
    <message>
        <source>Advanced standing</source>
        <translation>Ingreso avanzado</translation>
    </message>
    <message>
        <source>Admission</source>
        <translation>Admisión</translation>
    </message>
    <message>
        <source>Course credit</source>
        <translation>Crédito por cursos</translation>
    </message>
    <message>
        <source>Just to show</source>
        <translation>Solo para mostrar</translation>
    </message>
    <message>
        <source>A reference</source>
        <translation>Una referencia</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>This sets: {receiver}; {until}; {way}.</source>
        <translation>Esto pone: {receiver}; {until}; {way}.</translation>
    </message>
    <message>
        <source>You can change all of it.</source>
        <translation>Puedes cambiarlo todo.</translation>
    </message>
    <message>
        <source>Grades and what is private start off.</source>
        <translation>Las notas y lo privado empiezan sin marca.</translation>
    </message>
    <message>
        <source>Results start on, what is private starts off.</source>
        <translation>Los resultados empiezan con marca; lo privado, sin ella.</translation>
    </message>
    <message>
        <source>Levels, licences and working dates start on; ages and grades start off.</source>
        <translation>Niveles, licencias y fechas de trabajo empiezan con marca; edades y notas, sin ella.</translation>
    </message>
</context>
<context>
    <name>WordsField</name>
    <message>
        <source>Language of the words</source>
        <translation>Idioma de las palabras</translation>
    </message>
</context>
</TS>
