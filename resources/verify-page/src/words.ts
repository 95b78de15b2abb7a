// Every sentence of the page, in English and Spanish. Plain words; nobody is blamed; nothing is promised that the page
// cannot do.

import type { Check, LeftOut, Reason, Verdict } from "./report";

export type Language = "en" | "es";

export interface Words {
  title: string;
  heading: string;
  languageButton: string;
  /** The other language, as its two letters. */
  languageName: string;
  until: (date: string) => string;
  ended: (date: string) => string;
  sharedWith: (to: string, purpose: string) => string;
  sharedOn: (date: string) => string;
  banner: Record<Verdict, string>;
  bannerHint: (verdict: Verdict, attention: number) => string;
  check: (check: Check, date: (text: string) => string) => [string, string];
  ended_share: string;
  shows: string;
  results: string;
  evidence: string;
  howEarned: string;
  inside: (count: number) => string;
  issued: (date: string) => string;
  ends: (date: string) => string;
  subset: string;
  labelled: string;
  labelledUnchecked: string;
  leftOut: (parts: LeftOut) => string;
  saveCheck: string;
  saveOriginals: string;
  askIssuer: string;
  askIssuerHint: (hosts: string) => string;
  asking: string;
  askFailed: (hosts: string) => string;
  howReal: string;
  howRealText: string[];
  fingerprint: string;
  footer: string;
  technical: string;
  startTitle: string;
  startText: string;
  chooseFile: string;
  paste: string;
  pasteLabel: string;
  checkNow: string;
  camera: string;
  stopCamera: string;
  cameraHint: string;
  frames: (seen: number, count: number) => string;
  drop: string;
  checking: string;
  another: string;
  lockedTitle: string;
  passphraseLabel: string;
  open: string;
  fault: Record<Fault, [string, string]>;
  outcome: Record<Check["outcome"], string>;
  unnamed: string;
  sharedBy: (name: string) => string;
  verdictLine: Record<Verdict, string>;
}

export type Fault =
  | "link_malformed"
  | "link_newer"
  | "too_large"
  | "not_readable"
  | "no_code"
  | "no_camera"
  | "wrong_passphrase"
  | "locked_for_key"
  | "locked_insecure";

const REASON_EN: Record<Reason, string> = {
  signature_invalid: "Something was changed after it was signed, or the signature is not genuine.",
  undefined_term: "It holds words that the signature does not cover.",
  unknown_context: "It uses a vocabulary this page does not carry.",
  structure_invalid: "Something in it does not stand where it has to, so it could be overlooked.",
  unsupported_suite: "This kind of signature cannot be checked here.",
  holder_only_proof: "It carries secrets meant only for its owner. Ask for a proper share.",
  no_proof: "It is not signed.",
  proof_malformed: "The signature is broken or incomplete.",
  wrong_purpose: "The signature was made for another purpose.",
  alg_not_allowed: "The signature uses a method that is not safe.",
  claim_mismatch: "Two parts of it say different things.",
  audience_other: "It was made for another receiver than the share around it.",
  key_weak: "The key is too weak to trust.",
  vm_not_issuer: "The key that signed does not belong to this issuer.",
  key_not_found: "The key that should have signed is not among the published ones.",
  key_not_confirmed: "The key stands in the document itself, so it does not show who signed.",
  needs_network: "This needs an answer from the issuer's website. Nothing was asked yet.",
  expired: "It ended before today.",
  not_yet_valid: "It is not valid yet by this device's clock.",
  date_invalid: "A date in it cannot be read.",
  revoked: "The issuer cancelled it.",
  suspended: "The issuer has suspended it for now.",
  status_unusable: "The issuer's list of cancelled ones could not be used.",
  no_trust_list: "This page has no list of known issuers. Ask yourself whether you know this one.",
  shared_by_other_key: "The learner may have changed wallets, or somebody else sent it. Ask them.",
  shared_by_issuer: "The key that shared it also signed it as its issuer. Nobody else vouches for it.",
  names_no_key: "It names no key, so who it was given to cannot be checked from the share.",
  key_not_compared: "It names them in a way that cannot be held against the key that shared it.",
  inner_invalid: "At least one part is not valid. See below.",
  inner_unchecked: "At least one part could not be fully checked. See below.",
  share_incomplete: "Badges beside the signed share are missing, or are not those it was signed for.",
};

const REASON_ES: Record<Reason, string> = {
  signature_invalid: "Algo cambió después de la firma, o la firma no es auténtica.",
  undefined_term: "Contiene palabras que la firma no cubre.",
  unknown_context: "Usa un vocabulario que esta página no trae.",
  structure_invalid: "Algo no está donde debe estar, y así se podría pasar por alto.",
  unsupported_suite: "Este tipo de firma no se puede revisar aquí.",
  holder_only_proof: "Lleva secretos que son solo para su dueño. Pide un envío correcto.",
  no_proof: "No está firmado.",
  proof_malformed: "La firma está dañada o incompleta.",
  wrong_purpose: "La firma se hizo para otro fin.",
  alg_not_allowed: "La firma usa un método que no es seguro.",
  claim_mismatch: "Dos partes dicen cosas distintas.",
  audience_other: "Se hizo para otro destinatario que el envío que lo contiene.",
  key_weak: "La clave es demasiado débil para confiar en ella.",
  vm_not_issuer: "La clave que firmó no es de este emisor.",
  key_not_found: "La clave que debió firmar no está entre las publicadas.",
  key_not_confirmed: "La clave está en el propio documento, así que no muestra quién firmó.",
  needs_network: "Esto necesita una respuesta del sitio web del emisor. Todavía no se ha preguntado nada.",
  expired: "Terminó antes de hoy.",
  not_yet_valid: "Todavía no es válido según el reloj de este aparato.",
  date_invalid: "Una fecha no se puede leer.",
  revoked: "El emisor la canceló.",
  suspended: "El emisor la suspendió por ahora.",
  status_unusable: "No se pudo usar la lista de canceladas del emisor.",
  no_trust_list: "Esta página no tiene una lista de emisores conocidos. Pregúntate si conoces a este.",
  shared_by_other_key: "Puede ser por un cambio de cartera, o porque lo envió otra persona. Pregúntale.",
  shared_by_issuer: "La clave que la comparte también la firmó como emisor. Nadie más responde por ella.",
  names_no_key: "No nombra ninguna clave, así que en lo compartido no se puede revisar a quién se dio.",
  key_not_compared: "Lo nombra de un modo que no se puede comparar con la clave que lo compartió.",
  inner_invalid: "Al menos una parte no es válida. Mira abajo.",
  inner_unchecked: "Al menos una parte no se pudo revisar del todo. Mira abajo.",
  share_incomplete: "Faltan insignias junto al envío firmado, o no son las que se firmaron.",
};

const en: Words = {
  title: "Shared record",
  heading: "Shared record",
  languageButton: "Español",
  languageName: "es",
  until: (date) => `Until ${date}`,
  ended: (date) => `Ended ${date}`,
  sharedWith: (to, purpose) => (to && purpose ? `Shared with ${to}, ${purpose}` : to ? `Shared with ${to}` : purpose),
  sharedOn: (date) => `Shared on ${date}`,
  banner: {
    check: "The signature is genuine and nothing was changed.",
    unchecked: "Not everything could be checked.",
    invalid: "This is not valid.",
    unreadable: "This cannot be read.",
  },
  bannerHint: (verdict, attention) => {
    if (verdict === "check") return attention === 1 ? "1 thing to look at below." : `${attention} things to look at below.`;
    if (verdict === "unchecked") return "That says nothing good or bad. See below what is missing.";
    return "See below why. Ask the sender for a new copy.";
  },
  check: (check, date) => {
    const why = check.reason ? REASON_EN[check.reason] : "";
    switch (check.name) {
      case "structure":
        return ["It is not put together by the rules", why];
      case "proof":
        if (check.outcome === "passed") return ["Nothing was changed", "The signature matches."];
        return [check.outcome === "unknown" ? "Signature not checked" : "The signature is not good", why];
      case "issuer_binding":
        if (check.outcome === "passed") return ["Signed by the issuer", "The key that signed belongs to the issuer it names."];
        return [check.outcome === "unknown" ? "Issuer's key not confirmed" : "Not signed by this issuer", why];
      case "dates":
        if (check.outcome === "passed") {
          return ["Still in date", check.detail ? `It ends on ${date(check.detail)}.` : "It has no end date."];
        }
        return [check.outcome === "unknown" ? "Dates not checked" : "Not in date", why];
      case "status":
        if (check.outcome === "passed") return ["Not cancelled", check.detail ? `By the issuer's list of ${date(check.detail)}.` : "By the issuer's list."];
        if (check.outcome === "not_applicable") return ["No list of cancelled ones", "The issuer named no list that could cancel it."];
        return [check.outcome === "unknown" ? "Not known whether it was cancelled" : "Cancelled by the issuer", why];
      case "shared_by":
        if (check.outcome === "passed") {
          return ["Shared by the key it was given to", "Whoever shared it holds the key that the credential names."];
        }
        if (check.reason === "shared_by_issuer") return ["Issued by whoever shares it", why];
        if (check.outcome === "unknown") return ["Shared by another key than the one it was given to", why];
        return ["Whom it was given to could not be compared", why];
      case "issuer_trust":
        return ["Is this issuer who they say?", why];
      case "inner_credentials":
        return [check.outcome === "passed" ? "Every part was checked" : "Not every part is good", why];
      case "holder":
        if (check.outcome === "passed") {
          const nonce = check.detail ? ` They repeat the nonce ${check.detail}: compare it with yours.` : "";
          return ["Put together by the person sharing", `They signed for this receiver, this reason and this end date.${nonce}`];
        }
        if (check.reason === "expired") return ["This share has ended", "The person sharing set an end date, and it has passed."];
        return [check.outcome === "unknown" ? "The sharer's signature was not checked" : "The sharer's signature is not good", why];
    }
  },
  ended_share: "This share has ended",
  shows: "What it shows",
  results: "Results",
  evidence: "Evidence",
  howEarned: "How it was earned",
  inside: (count) => `${count} inside this record`,
  issued: (date) => date,
  ends: (date) => `ends ${date}`,
  labelled: "The person sharing labelled this: not valid when it was shared.",
  labelledUnchecked: "The person sharing labelled this: it could not be checked when it was shared.",
  leftOut: ({ of, count }) => {
    if (of === "unknown") return "Parts may have been left out. This kind of signature does not say how many.";
    if (of === "statements") return `${count} single ${count === 1 ? "statement is" : "statements are"} not shown. One part can be several of them.`;
    return count === 1
      ? "1 part is not shown, or it is a placeholder of the issuer."
      : `${count} parts are not shown. Some may be placeholders of the issuer.`;
  },
  subset: "Part of a longer record, chosen by the person sharing. The issuer did not say that this is all of it.",
  saveCheck: "Save a copy of this check",
  saveOriginals: "Save the original credentials",
  askIssuer: "Finish checking online",
  askIssuerHint: (hosts) => `Asks ${hosts}. That site will see your network address.`,
  asking: "Asking …",
  askFailed: (hosts) => `No usable answer from ${hosts}. Some sites do not answer pages like this one; the ler-wallet program can ask them.`,
  howReal: "How do I know this is real?",
  howRealText: [
    "Your browser did the checking. The record was in the link or file itself; nothing was sent anywhere.",
    "A file from a stranger can hold a page that lies. For an important decision, open your own copy of this page, or another Open Badges 3.0 checker, and hand it the original credentials.",
    "A good signature shows who holds the key, not that a name is true. If you do not know the issuer, ask them.",
  ],
  fingerprint: "Fingerprint of what was shared (SHA-256)",
  footer: "The person sharing chose what you see. This page sends nothing back.",
  technical: "Technical details",
  startTitle: "Check a shared record",
  startText: "Open a file somebody sent you, paste a link, or scan a QR code. Checking happens on this device.",
  chooseFile: "Choose a file or picture",
  paste: "Paste a link or text",
  pasteLabel: "The link or text you were sent",
  checkNow: "Check it",
  camera: "Scan with the camera",
  stopCamera: "Stop the camera",
  cameraHint: "Hold the code in front of the camera.",
  frames: (seen, count) => `${seen} of ${count} codes are here. The others are needed, too.`,
  drop: "or drop it here",
  checking: "Checking …",
  another: "Check another",
  lockedTitle: "This share is locked",
  passphraseLabel: "Passphrase you were given",
  open: "Open",
  fault: {
    link_malformed: ["This link is not complete.", "Ask the sender to send it again; some programs cut long links."],
    link_newer: ["This link is from a newer wallet.", "Open it with a newer copy of this page."],
    too_large: ["This is too large.", "Ask the sender for a file with less in it."],
    not_readable: ["There is no credential in this.", "Choose the file that the person shared with you."],
    no_code: ["No QR code was found in this picture.", "Try a sharper picture, straight from the front."],
    no_camera: ["The camera cannot be used.", "Allow it for this page, or choose a picture instead."],
    wrong_passphrase: ["This passphrase does not open it.", "Check the letters, and ask the sender again."],
    locked_for_key: ["This share is locked for one receiver's key.", "Open it with the ler-wallet program and that key."],
    locked_insecure: ["A locked share cannot be opened on this page.", "Open a copy of this page from a disk or an https address."],
  },
  outcome: { passed: "Good", failed: "Not good", unknown: "Not checked", not_applicable: "Does not apply" },
  unnamed: "Credential without a name",
  sharedBy: (name) => name,
  verdictLine: { check: "Genuine", unchecked: "Not fully checked", invalid: "Not valid", unreadable: "Cannot be read" },
};

const es: Words = {
  title: "Registro compartido",
  heading: "Registro compartido",
  languageButton: "English",
  languageName: "en",
  until: (date) => `Hasta ${date}`,
  ended: (date) => `Terminó ${date}`,
  sharedWith: (to, purpose) => (to && purpose ? `Compartido con ${to}, ${purpose}` : to ? `Compartido con ${to}` : purpose),
  sharedOn: (date) => `Compartido el ${date}`,
  banner: {
    check: "La firma es auténtica y nada cambió.",
    unchecked: "No se pudo revisar todo.",
    invalid: "Esto no es válido.",
    unreadable: "Esto no se puede leer.",
  },
  bannerHint: (verdict, attention) => {
    if (verdict === "check") return attention === 1 ? "Hay 1 cosa que mirar abajo." : `Hay ${attention} cosas que mirar abajo.`;
    if (verdict === "unchecked") return "Eso no dice nada bueno ni malo. Mira abajo lo que falta.";
    return "Mira abajo por qué. Pide una copia nueva a quien lo envió.";
  },
  check: (check, date) => {
    const why = check.reason ? REASON_ES[check.reason] : "";
    switch (check.name) {
      case "structure":
        return ["No está armado según las reglas", why];
      case "proof":
        if (check.outcome === "passed") return ["Nada cambió", "La firma coincide."];
        return [check.outcome === "unknown" ? "Firma sin revisar" : "La firma no es buena", why];
      case "issuer_binding":
        if (check.outcome === "passed") return ["Firmado por el emisor", "La clave que firmó es del emisor que se nombra."];
        return [check.outcome === "unknown" ? "Clave del emisor sin confirmar" : "No lo firmó este emisor", why];
      case "dates":
        if (check.outcome === "passed") {
          return ["Vigente", check.detail ? `Termina el ${date(check.detail)}.` : "No tiene fecha de fin."];
        }
        return [check.outcome === "unknown" ? "Fechas sin revisar" : "Fuera de fecha", why];
      case "status":
        if (check.outcome === "passed") return ["No está cancelada", check.detail ? `Según la lista del emisor del ${date(check.detail)}.` : "Según la lista del emisor."];
        if (check.outcome === "not_applicable") return ["Sin lista de canceladas", "El emisor no nombró una lista que pudiera cancelarla."];
        return [check.outcome === "unknown" ? "No se sabe si fue cancelada" : "Cancelada por el emisor", why];
      case "shared_by":
        if (check.outcome === "passed") {
          return ["Lo comparte la clave que lo recibió", "Quien lo compartió tiene la clave que la credencial nombra."];
        }
        if (check.reason === "shared_by_issuer") return ["La emitió quien la comparte", why];
        if (check.outcome === "unknown") return ["Lo comparte otra clave que la que lo recibió", why];
        return ["No se pudo comparar a quién se dio", why];
      case "issuer_trust":
        return ["¿Es el emisor quien dice ser?", why];
      case "inner_credentials":
        return [check.outcome === "passed" ? "Se revisó cada parte" : "No todas las partes son buenas", why];
      case "holder":
        if (check.outcome === "passed") {
          const nonce = check.detail ? ` Repite el número único ${check.detail}: compáralo con el tuyo.` : "";
          return ["Reunido por quien comparte", `Firmó para este destinatario, este motivo y esta fecha de fin.${nonce}`];
        }
        if (check.reason === "expired") return ["Este envío terminó", "Quien comparte puso una fecha de fin, y ya pasó."];
        return [check.outcome === "unknown" ? "Firma de quien comparte sin revisar" : "La firma de quien comparte no es buena", why];
    }
  },
  ended_share: "Este envío terminó",
  shows: "Lo que muestra",
  results: "Resultados",
  evidence: "Pruebas del trabajo",
  howEarned: "Cómo se obtuvo",
  inside: (count) => `${count} dentro de este registro`,
  issued: (date) => date,
  ends: (date) => `termina ${date}`,
  labelled: "Quien comparte marcó esto: no era válido cuando se compartió.",
  labelledUnchecked: "Quien comparte marcó esto: no se pudo comprobar cuando se compartió.",
  leftOut: ({ of, count }) => {
    if (of === "unknown") return "Puede que falten partes. Este tipo de firma no dice cuántas.";
    if (of === "statements") return `${count === 1 ? "No se muestra 1 dato suelto" : `No se muestran ${count} datos sueltos`}. Una parte puede tener varios.`;
    return count === 1
      ? "No se muestra 1 parte, o es un marcador del emisor."
      : `No se muestran ${count} partes. Algunas pueden ser marcadores del emisor.`;
  },
  subset: "Parte de un registro más largo, elegida por quien comparte. El emisor no dijo que esto sea todo.",
  saveCheck: "Guardar una copia de esta revisión",
  saveOriginals: "Guardar las credenciales originales",
  askIssuer: "Terminar de revisar en línea",
  askIssuerHint: (hosts) => `Pregunta a ${hosts}. Ese sitio verá la dirección de tu red.`,
  asking: "Preguntando …",
  askFailed: (hosts) => `${hosts} no dio una respuesta útil. Algunos sitios no responden a páginas como esta; el programa ler-wallet puede preguntarles.`,
  howReal: "¿Cómo sé que esto es real?",
  howRealText: [
    "La revisión se hizo en tu navegador. El registro venía en el propio enlace o archivo; no se envió nada a ningún lugar.",
    "Un archivo de un desconocido puede traer una página que miente. Para una decisión importante, abre tu propia copia de esta página, u otro programa que revise Open Badges 3.0, y dale las credenciales originales.",
    "Una firma buena muestra quién tiene la clave, no que un nombre sea verdadero. Si no conoces al emisor, pregúntale.",
  ],
  fingerprint: "Huella de lo compartido (SHA-256)",
  footer: "Quien comparte eligió lo que ves. Esta página no envía nada de vuelta.",
  technical: "Detalles técnicos",
  startTitle: "Revisar un registro compartido",
  startText: "Abre un archivo que te enviaron, pega un enlace o escanea un código QR. La revisión se hace en este aparato.",
  chooseFile: "Elegir un archivo o una imagen",
  paste: "Pegar un enlace o texto",
  pasteLabel: "El enlace o texto que te enviaron",
  checkNow: "Revisar",
  camera: "Escanear con la cámara",
  stopCamera: "Detener la cámara",
  cameraHint: "Pon el código delante de la cámara.",
  frames: (seen, count) => `Ya hay ${seen} de ${count} códigos. Faltan los demás.`,
  drop: "o suéltalo aquí",
  checking: "Revisando …",
  another: "Revisar otro",
  lockedTitle: "Este envío está cerrado",
  passphraseLabel: "La frase secreta que te dieron",
  open: "Abrir",
  fault: {
    link_malformed: ["Este enlace no está completo.", "Pide que te lo envíen otra vez; algunos programas cortan los enlaces largos."],
    link_newer: ["Este enlace es de una versión más nueva.", "Ábrelo con una copia más nueva de esta página."],
    too_large: ["Esto es demasiado grande.", "Pide un archivo con menos contenido."],
    not_readable: ["Aquí no hay ninguna credencial.", "Elige el archivo que te compartieron."],
    no_code: ["No se encontró ningún código QR en esta imagen.", "Prueba con una imagen más nítida, tomada de frente."],
    no_camera: ["No se puede usar la cámara.", "Permítela para esta página, o elige una imagen."],
    wrong_passphrase: ["Esta frase secreta no lo abre.", "Revisa las letras y pregunta otra vez a quien lo envió."],
    locked_for_key: ["Este envío está cerrado para la clave de un destinatario.", "Ábrelo con el programa ler-wallet y esa clave."],
    locked_insecure: ["Un envío cerrado no se puede abrir en esta página.", "Abre una copia de esta página desde un disco o una dirección https."],
  },
  outcome: { passed: "Bien", failed: "Mal", unknown: "Sin revisar", not_applicable: "No corresponde" },
  unnamed: "Credencial sin nombre",
  sharedBy: (name) => name,
  verdictLine: { check: "Auténtica", unchecked: "No revisada del todo", invalid: "No válida", unreadable: "No se puede leer" },
};

export const WORDS: Record<Language, Words> = { en, es };
