// Attacks in the shapes that public collections list: scripts, handlers, schemes in disguise, broken markup.
// Each carries the word CANARY, so that a test can see whether its text is still shown.

const SCHEMES = [
  "javascript:alert('CANARY')",
  "JaVaScRiPt:alert('CANARY')",
  "java\tscript:alert('CANARY')",
  "java\nscript:alert('CANARY')",
  "\u0001javascript:alert('CANARY')",
  " javascript:alert('CANARY')",
  "javascript&colon;alert('CANARY')",
  "javascript&#58;alert('CANARY')",
  "&#x6A;avascript:alert('CANARY')",
  "java&Tab;script:alert('CANARY')",
  "java&NewLine;script:alert('CANARY')",
  "javascript\\:alert('CANARY')",
  "java\u00ADscript:alert('CANARY')",
  "java\u200Bscript:alert('CANARY')",
  "vbscript:msgbox(CANARY)",
  "data:text/html,<script>alert('CANARY')</script>",
  "data:text/html;base64,PHNjcmlwdD4=CANARY",
  "data:image/svg+xml,<svg onload=alert('CANARY')>",
  "feed:javascript:alert('CANARY')",
  "jar:https://example.test/CANARY.jar!/",
  "view-source:https://example.test/CANARY",
  "blob:https://example.test/CANARY",
  "filesystem:https://example.test/CANARY",
  "file:///etc/CANARY",
  "livescript:CANARY",
  "mocha:CANARY",
  "ftp://example.test/CANARY",
  "intent://CANARY",
  "x:CANARY",
];

const MARKUP = [
  "<script>alert('CANARY')</script>",
  "<SCRIPT SRC=//x.test/CANARY></SCRIPT>",
  "<img src=x onerror=alert('CANARY')>",
  "<svg/onload=alert('CANARY')>",
  "<svg><script>alert('CANARY')</script></svg>",
  "<math><mi xlink:href=javascript:CANARY>",
  "<iframe srcdoc='<script>CANARY</script>'>",
  "<a href=javascript:alert('CANARY')>x</a>",
  "<body onload=alert('CANARY')>",
  "<details open ontoggle=alert('CANARY')>",
  "<style>@import 'CANARY'</style>",
  "<link rel=stylesheet href=CANARY>",
  "<meta http-equiv=refresh content='0;url=CANARY'>",
  "<base href=//x.test/CANARY>",
  "<form action=CANARY><button>x",
  "<object data=CANARY><embed src=CANARY>",
  "<template><script>CANARY</script></template>",
  "</title><script>alert('CANARY')</script>",
  "</style><script>alert('CANARY')</script>",
  "</article></main><script>CANARY</script>",
  "\"><script>alert('CANARY')</script>",
  "' onmouseover='alert(CANARY)",
  '" onfocus="alert(CANARY)" autofocus="',
  "<!--><script>CANARY</script>-->",
  "<![CDATA[><script>CANARY</script>]]>",
  "<scr<script>ipt>CANARY</scr</script>ipt>",
  "<\u0000script>CANARY</script>",
  "\u003Cscript\u003ECANARY",
  "&lt;script&gt;CANARY&lt;/script&gt;",
  "&#60;script&#62;CANARY",
  "\uFF1Cscript\uFF1ECANARY",
  "`<script>CANARY</script>`",
  "{{ CANARY }} {{< CANARY >}} ${CANARY} <%= CANARY %>",
];

/** What is tried as an address. */
export const HOSTILE_ADDRESSES: readonly string[] = [...SCHEMES, ...MARKUP];

/** What is tried as a text. */
export const HOSTILE_TEXTS: readonly string[] = [...MARKUP, ...SCHEMES];

/** What is tried as a body: the texts as they are, and the addresses in every place where Markdown has one. */
export const HOSTILE_BODIES: readonly string[] = [
  ...MARKUP,
  ...SCHEMES.flatMap((scheme) => [
    `[CANARY](${scheme})`,
    `[CANARY](<${scheme}>)`,
    `![CANARY](<${scheme}>)`,
    `before ![CANARY](<${scheme}>) after`,
    `<${scheme}>`,
    `[CANARY][1]\n\n[1]: <${scheme}> "title"`,
    `[![CANARY](<${scheme}>)](<${scheme}>)`,
  ]),
  '[CANARY](https://x.test/"onmouseover="alert(1))',
  '[CANARY](https://x.test/ "\\" onmouseover=alert(1) x=\\"")',
  '![CANARY" onerror="alert(1)](https://x.test/a.png)',
  '```" onload="alert(1)\nCANARY\n```',
  "``` </code><script>alert(1)</script>\nCANARY\n```",
  "text[^1]\n\n[^1]: <script>CANARY</script> [x](javascript:alert(1))",
  "| <script>CANARY</script> |\n| --- |\n| [x](javascript:alert(1)) |",
  "> CANARY\n>\n> — <img src=x onerror=alert(1)>",
];
