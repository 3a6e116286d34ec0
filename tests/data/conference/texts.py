# SPDX-License-Identifier: GPL-3.0-or-later
"""The longer texts of the invented conference."""

LONG_TITLE = (
    'On the surprisingly long and occasionally winding road from a single reader that could not '
    'keep up with its writers to a storage stack in which nobody has to wait for anybody else, '
    'including Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen and other words that do not break')

EVENT_HTML = (
    '<h2>Wattlebird 2026</h2>\n'
    '<p>Three days of free software in the <em>old tram depot</em>. See the '
    '<a href="/event/77/page/5-getting-here">way to the venue</a> or the '
    '<a href="https://wattlebird.example.org/?a=1&amp;b=2" target="_blank">blog</a>.</p>\n'
    '<p><img alt="A bird on a wire" src="/event/77/images/9-bird.png" style="width:100%"></p>\n'
    '<table style="border:1px"><thead><tr><th>Day</th><th>Doors</th></tr></thead>'
    '<tbody><tr><td>Friday</td><td>08:00</td></tr><tr><td>Sunday</td><td>09:30&nbsp;(clocks change!)</td></tr></tbody></table>\n'
    '<ul><li>Chat: <a href="https://matrix.to/#/#wattlebird:example.org">Matrix</a></li>'
    '<li>Call us: <a href="tel:+6180000000">front desk</a></li></ul>\n'
    '<script>alert("never")</script><a href="javascript:alert(1)" onclick="alert(2)">not a link</a>')

STORAGE = (
    'Where bytes go when nobody looks. Bring **problems**, not solutions.\r\n'
    '\r\n'
    'Topics we expect:\r\n'
    '\r\n'
    '- snapshots\r\n'
    '  - and how to delete them\r\n'
    '- page cache\r\n'
    '- network file systems\r\n'
    '\r\n'
    'Chat: https://matrix.to/#/#storage:example.org\r\n')

REMOTE = (
    'Links that are *slow*, *far* or *down*.\n'
    'Every line of this paragraph is a line of its own.\n'
    '\n'
    '1. Satellites\n'
    '2. Long radio links\n'
    '3. Batteries, and what to do when they are empty\n')

MINUTES = (
    '<p>Minutes by the audience, on the <a href="https://pad.example.org/p/cow">pad</a>.</p>'
    '<ol><li>Agreed: <b>no</b> new mount option</li><li>Open: who pays for the scrub</li></ol>')

HTML_ABSTRACT = (
    '<p>This abstract comes from a <strong>very old</strong> server.</p>\n'
    '<ul>\n<li>first &amp; foremost<br>with a second line</li>\n<li><code>mount -o remount</code></li>\n</ul>\n'
    '<p style="color: red"><font face="Arial">Old &ldquo;styles&rdquo; too.</font></p>')

EVERYTHING = '''# Copy on write, ten years on

Heading underlined
------------------

One line,
and the next one stays on its own. Words can be **bold**, *slanted*, ***both***, ~~gone~~ or ==marked==.
A back-slash \\*keeps\\* its star, and `code <tag> & "quotes"` stays as it is.

### Lists

- one
- two
    - nested
        1. numbered inside
        2. second
    - back out
- three

1. first
2. second

* [ ] not done
* [x] done

### A table

| kind | cost | note |
|:-----|-----:|:----:|
| snapshot | 1 | *cheap* |
| deleting it | 1000 | `btrfs` |

### Code

```c
if (snapshot == NULL && n < 3)
  return; /* nothing to do */
```

    indented by four

### Quotes and links

> Nobody reads the manual.
>
> > Nobody writes it either.

See [the pad](https://pad.example.org/p/cow "with a title"), <https://example.org/auto>, https://example.org/bare?x=1&y=2,
<someone@example.org>, the recording at https://youtu.be/invented-xx and [reference one][1].
A [bad link](javascript:alert(1)) does nothing, and neither does ![a picture](/event/77/images/9-bird.png).

Inline HTML: <b>bold</b>, H<sub>2</sub>O, x<sup>2</sup>, <kbd>Ctrl</kbd>+<kbd>F</kbd>, a break<br>here, <span style="color:red">red</span>
and an entity: 5&nbsp;&euro; &lt; 6&nbsp;&euro;. A formula: $O(n \\log n)$.

---

The end. 🐦

[1]: https://example.org/reference
'''
