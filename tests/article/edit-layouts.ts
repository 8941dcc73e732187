// Unusual but legal layouts of article files: an edit must change its field in each of them, and not a byte beside it.

/** By name. Every one reads as an article with the headline "Before" and, where it has tags, the tags a and b. */
export const LAYOUTS: Readonly<Record<string, string>> = {
  "the least": "headline: Before\n",
  "no final line break": "headline: Before",
  "nothing behind the body": "headline: Before\ntags: [a, b]\nbody: |\n  Text.",
  "a byte order mark": "\uFEFFheadline: Before\ntags: [a, b]\n",
  CRLF: "headline: Before\r\ntags: [a, b]\r\nbody: |\r\n  Text.\r\n\r\n  More.\r\n",
  "CRLF, a list of lines": "headline: Before\r\ntags:\r\n  - a\r\n  - b\r\nbody: Text\r\n",
  "CRLF, no final line break": "headline: Before\r\ntags:\r\n  - a\r\n  - b",
  "mixed line breaks": "headline: Before\r\nkicker: k\ntags: [a, b]\r\n",
  "comments everywhere":
    "# first\n\n# second\nheadline: Before  # third\n# fourth\ntags:  # fifth\n  # sixth\n  - a  # seventh\n  # eighth\n  - b\n  # ninth\nbody: |  # tenth\n  Text.\n# last\n",
  "a comment without blanks before": 'headline: "Before" # said\ntags: [a, b] # c\n',
  "a document start": "---\nheadline: Before\ntags: [a, b]\n",
  "a comment and a document start":
    "# yaml-language-server: $schema=x.json\n---\nheadline: Before\ntags: [a, b]\n",
  "a document end": "headline: Before\ntags: [a, b]\n...\n",
  "a document end and a comment": "---\nheadline: Before\n...\n# the end\n",
  "blank lines between": "\n\nheadline: Before\n\n\ntags: [a, b]\n\n\nbody: |\n\n  Text.\n\n\n",
  "blanks at line ends": "headline: Before   \ntags: [a, b]  \nbody: |  \n  Text.\n",
  "tabs behind values": "headline: Before\t\ntags: [a, b]\t# c\nbody:\tText\n",
  "wide colons": "headline:      Before\ntags:     [a, b]\nkicker:    k\n",
  "single quotes": "headline: 'Before'\ntags: ['a', 'b']\nkicker: 'It''s'\n",
  "double quotes": 'headline: "Before"\ntags: ["a", "b"]\nkicker: "\\u0041"\n',
  "quoted keys": '"headline": Before\n\'tags\': [a, b]\n"body": |\n  Text.\n',
  "explicit keys": "? headline\n: Before\n? tags\n: [a, b]\n",
  "an explicit key among others": "headline: Before\n? tags\n: - a\n  - b\nkicker: k\n",
  "an indented top level": "  headline: Before\n  tags:\n    - a\n    - b\n  body: |\n    Text.\n",
  "a deeply indented top level": "        headline: Before\n        tags: [a, b]\n",
  "a flow map": "{headline: Before, tags: [a, b], body: Text}\n",
  JSON: '{\n  "headline": "Before",\n  "tags": ["a", "b"],\n  "x": {"page": 3, "flags": [true, null]},\n  "body": "Text.\\n"\n}\n',
  "JSON on one line": '{"headline":"Before","tags":["a","b"],"body":"Text."}',
  "JSON with tabs": '{\n\t"headline": "Before",\n\t"tags": ["a",\t"b"]\n}\n',
  "a flow map with comments": "{ # c\n  headline: Before, # d\n  tags: [a, b], # e\n}\n",
  "a flow list over lines": "headline: Before\ntags: [\n  a,\n  b,\n]\nbody: Text\n",
  "a flow list over lines with comments":
    "headline: Before\ntags: [ # c\n    a, # d\n    b  # e\n  ]\nbody: Text\n",
  "a comma at the end": "headline: Before\ntags: [a, b,]\n",
  "blanks in brackets": "headline: Before\ntags: [ a , b ]\nauthors: [ ]\n",
  "a list at the key's column": "headline: Before\ntags:\n- a\n- b\nkicker: k\n",
  "a list with wide dashes": "headline: Before\ntags:\n  -   a\n  -   b\n",
  "comments between list items": "headline: Before\ntags:\n  - a\n  # about b\n\n  - b  # last\nkicker: k\n",
  "a list on the next line": "headline: Before\ntags:\n\n\n  - a\n  - b\n",
  "a flow list on the next line": "headline: Before\ntags:\n  [a, b]\nbody: Text\n",
  "a value on the next line": "headline:\n  Before\ntags: [a, b]\n",
  "plain text over lines": "headline: Before\nsummary: one\n  two\n\n  three\ntags: [a, b]\n",
  "quoted text over lines": 'headline: Before\nsummary: "one\n  two\n\n  three"\ntags: [a, b]\n',
  "apostrophes over lines": "headline: Before\nsummary: 'one\n  two'\ntags: [a, b]\n",
  "a folded headline": "headline: >-\n  Before\ntags: [a, b]\n",
  "a literal headline": "headline: |\n  Before\ntags: [a, b]\n",
  "block headers of every kind":
    "headline: |-\n  Before\nsummary: >2\n   one\n  two\nnotes: |+\n  note\n\n\nbody: |2-\n   Text.\n",
  "indicators in a block":
    "headline: Before\nbody: |\n  # no comment\n  - no list\n  key: no map\n  ---\n  &a *b !c\ntags: [a, b]\n",
  "a block before others": "body: |\n  Text.\n\n  More.\n\nheadline: Before\ntags: [a, b]\n",
  "anchors elsewhere": "headline: Before\nx: {one: &one [1, 2], two: *one}\ntags: [a, b]\n",
  "an anchor in a list": "headline: Before\ntags: [&t a, b]\nrelated: [*t]\n",
  "an anchor on a list": "headline: Before\ntags: &t [a, b]\nrelated: *t\n",
  "an anchored headline": "headline: &h Before\nkicker: *h\n",
  "an alias for a headline": "x: {h: &h Before}\nheadline: *h\n",
  "tags of the core": "headline: !!str Before\ntags: !!seq\n  - !!str a\n  - b\n",
  "empty values": "headline: Before\nkicker:\nsummary:   # none yet\nimage:\ntags: []\nx: {}\nbody:\n",
  "nested maps":
    'headline: Before\nimage:\n  src: s.jpg  # c\n  # about alt\n  alt: "An alt"\nx:\n  deep:\n    deeper: [1]\ntags: [a, b]\n',
  "authors in every form":
    "headline: Before\nauthors:\n  - Jane\n  - {name: Li, role: Photos}\n  - name: Kwame\n    role: Data\ntags: [a, b]\n",
  "corrections in maps":
    "headline: Before\ncorrections:\n  - at: 2026-01-01\n    text: |\n      One.\n  - {at: 2026-01-02, text: Two.}\nbody: Text\n",
  "unknown keys": "headline: Before\nprinter: x\n1984: y\n? z\ntags: [a, b]\n",
  "other scripts": 'headline: Before\nkicker: فارسی می‌خواهم\nsummary: "日本語 😀"\ntags: [a, b]\nбукв: ы\n',
  "the body first": "body: |\n  Text.\nheadline: Before\n",
  "a long line": `headline: Before\nsummary: "${"long ".repeat(400)}"\ntags: [a, b]\n`,
  "numbers and words of YAML":
    "headline: Before\nkicker: 1984\nsummary: yes\ntags: [a, b]\nx: {a: 016, b: ~, c: 1e3, d: 0x1F}\n",
  "a key that means something to JavaScript":
    "headline: Before\n__proto__: x\nconstructor: y\ntags: [a, b]\n",
};
