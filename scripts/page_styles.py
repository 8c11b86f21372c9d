"""Web pages to load: a text written out as HTML in nine styles, with furniture around it, every word of which is marked.

The styles follow the templates of newspapers and of governments' press offices: menus, cookie banners, captions, share
bars, newsletter boxes, related links and footers.
"""

from __future__ import annotations

import html
import json
import random
import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

Paragraph = tuple[str | None, str]
"""A label (`MS. PSAKI`, `Q`) or None, and the words."""


class Text(NamedTuple):
    """A text of the data: its title, day and paragraphs."""

    title: str
    date: str
    paragraphs: list[Paragraph]

    @property
    def words(self) -> Counter[str]:
        """The words that should come out, labels among them."""
        return words(" ".join(f"{label or ''} {said}" for label, said in self.paragraphs))

    @property
    def plain(self) -> str:
        """The text as it would be saved by hand, a label before each turn."""
        return "\n\n".join(f"{label}:  {said}" if label else said for label, said in self.paragraphs)


def words(text: str) -> Counter[str]:
    """Count the words of a text."""
    return Counter(re.findall(r"\w+", text))


# Furniture: invented words, each with a mark that no article has, so that none is taken for the article's.

_STEMS = (
    "subscribe newsletter cookies privacy policy trending popular stories sign weather sports business politics opinion "
    "share facebook copy link print email advertisement continue reading photo credit getty caption related more from "
    "section world local video podcast terms contact careers help account follow us comments most read latest updates"
).split()


class Furniture:
    """Makes furniture: lines of words that end in `zq`."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def words(self, number: int) -> str:
        """Return so many words."""
        return " ".join(f"{self._random.choice(_STEMS)}zq" for _ in range(number)).capitalize()

    def links(self, number: int, longest: int = 3) -> str:
        """Return list items with a link each."""
        return "".join(
            f'<li><a href="/{n}">{self.words(self._random.randint(1, longest))}</a></li>'
            for n in range(number)
        )

    def sentence(self, number: int = 14) -> str:
        """Return a sentence."""
        return f"{self.words(number)}."


def _p(paragraph: Paragraph, label: Callable[[str], str], tag: str = "p", attributes: str = "") -> str:
    who, said = paragraph
    return f"<{tag}{attributes}>{label(who) if who else ''}{html.escape(said)}</{tag}>"


def _bold(who: str) -> str:
    return f"<b>{who}:</b>&nbsp; " if who != "Q" else "<b>Q</b>&nbsp;&nbsp;&nbsp; "


def _caps(who: str) -> str:
    return f"{who}:&nbsp; " if who != "Q" else "Q&nbsp;&nbsp; "


def _question(who: str) -> str:
    return f"<strong>{who}: </strong>" if who != "Q" else "<strong>QUESTION:</strong> "


def _short(who: str) -> str:
    return f"<strong>{who}:</strong> " if who != "Q" else "<strong>Q:</strong> "


def newspaper(text: Text, f: Furniture) -> str:
    """Return a page as newspapers have it: metadata in JSON-LD, boxes between the paragraphs."""
    parts = []
    for number, paragraph in enumerate(text.paragraphs, 1):
        parts.append(_p(paragraph, _bold, attributes=' class="css-at9mc1 evys1bk0"'))
        if number % 9 == 4:
            parts.append(
                f'<figure><img src="a.jpg" alt="{f.words(6)}"><figcaption><span>{f.sentence()}</span><span class="credit">{f.words(3)}</span></figcaption></figure>'
            )
        if number % 9 == 6:
            parts.append(
                f'<div class="ad-wrapper" aria-label="advertisement"><p>{f.words(1)}</p><a href="#after">{f.words(3)}</a></div>'
            )
        if number % 9 == 8:
            parts.append(
                f'<aside class="newsletter-signup"><h3>{f.words(4)}</h3><p>{f.sentence()}</p><form><input type="email"><button>{f.words(2)}</button></form></aside>'
            )
    data = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": text.title,
            "datePublished": text.date.replace(" ", "T"),
            "publisher": {"@type": "Organization", "name": "The Halden Post"},
        }
    )
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(text.title)} - The Halden Post</title>
<meta property="og:title" content="{html.escape(text.title)}"><meta property="og:site_name" content="The Halden Post">
<script type="application/ld+json">{data}</script><style>.x{{}}</style></head><body>
<div id="gdpr-consent" class="cookie-banner" role="dialog"><h2>{f.words(4)}</h2><p>{f.sentence(30)}</p><button>{f.words(2)}</button></div>
<header><nav class="menu"><ul>{f.links(18)}</ul></nav><a href="#site-content">{f.words(3)}</a></header>
<main id="site-content"><article><header><p class="kicker">{f.words(2)}</p><h1>{html.escape(text.title)}</h1><div class="byline"><p class="author">{f.words(3)}</p><time>{text.date[:10]}</time></div>
<div class="share-tools"><ul>{f.links(5, 1)}</ul></div></header><section name="articleBody" class="meteredContent">{"".join(parts)}</section>
<div class="bottom-of-article"><p class="author-bio">{f.sentence(20)}</p></div><div class="comments"><h2>{f.words(2)}</h2><p>{f.sentence()}</p></div></article>
<section class="related"><h2>{f.words(3)}</h2>{"".join(f'<article><h3><a href="/r{n}">{f.words(8)}</a></h3><p>{f.sentence()}</p></article>' for n in range(6))}</section></main>
<footer><nav><ul>{f.links(24)}</ul></nav><p>© {f.sentence()}</p></footer></body></html>"""


def tabloid(text: Text, f: Furniture) -> str:
    """Return a page of nested divs without any meaning of their own, links in the text, boxes as divs."""
    parts = []
    for number, paragraph in enumerate(text.paragraphs, 1):
        parts.append(f'<div class="paragraph_block">{_p(paragraph, _caps)}</div>')
        if number % 8 == 3:
            parts.append(
                f'<div class="related-inline"><span class="rel-label">{f.words(2)}</span><a href="/x">{f.words(9)}</a></div>'
            )
        if number % 8 == 5:
            parts.append(
                f'<div class="image__container"><img src="b.jpg"><div class="image__caption">{f.sentence()}</div><div class="image__credit">{f.words(3)}</div></div>'
            )
        if number % 8 == 7:
            parts.append(
                f'<div class="social-share-bar"><a href="#">{f.words(1)}</a><a href="#">{f.words(1)}</a><a href="#">{f.words(2)}</a></div>'
            )
    return f"""<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{html.escape(text.title)} | Halden Daily</title>
<meta name="date" content="{text.date}"></head><body class="page"><noscript>{f.sentence()}</noscript>
<div class="topbar"><div class="nav-inner">{"".join(f'<a href="/{n}">{f.words(1)}</a>' for n in range(22))}</div></div>
<div class="breaking-news-ticker"><a href="/b">{f.words(9)}</a></div>
<div class="layout"><div class="column main-column"><h1 class="headline">{html.escape(text.title)}</h1><div class="metadata"><div class="byline">{f.words(4)}</div><div class="timestamp">{text.date[:10]}</div></div>
<div class="article__content">{"".join(parts)}</div>
<div class="newsletter-box"><div class="nl-title">{f.words(5)}</div><div class="nl-text">{f.sentence()}</div></div>
<div class="tags">{"".join(f'<a href="/t{n}">{f.words(2)}</a>' for n in range(7))}</div></div>
<div class="column sidebar"><div class="widget most-read"><div class="widget-title">{f.words(2)}</div><ol>{f.links(10, 9)}</ol></div><div class="widget promo"><p>{f.sentence()}</p></div></div></div>
<div class="footer"><div class="footer-links">{"".join(f'<a href="/f{n}">{f.words(2)}</a>' for n in range(20))}</div><div class="legal">{f.sentence(25)}</div></div></body></html>"""


def whitehouse(text: Text, f: Furniture) -> str:
    """Return a page as whitehouse.gov has it: a WordPress body, bold labels and `Q`, no boxes in the text."""
    body = "\n".join(_p(p, _bold) for p in text.paragraphs)
    return f"""<!doctype html><html lang="en-US"><head><meta charset="UTF-8"><title>{html.escape(text.title)} | The Halden House</title>
<meta property="og:title" content="{html.escape(text.title)}"><meta property="article:published_time" content="{text.date.replace(" ", "T")}"></head><body class="post-template-default single">
<a class="skip-link" href="#content">{f.words(3)}</a><header class="site-header"><nav aria-label="Main"><ul>{f.links(16)}</ul></nav><form role="search"><label>{f.words(1)}</label></form></header>
<main id="content"><article><header class="entry-header"><h1 class="page-title topper__title news">{html.escape(text.title)}</h1><div class="posted-on topper__meta"><time>{text.date[:10]}</time></div>
<nav class="topper__cat"><a href="/c">{f.words(2)}</a></nav></header>
<section class="body-content"><div class="container"><div class="row">{body}
<p style="text-align:center">###</p></div></div></section>
<section class="social-share"><ul>{f.links(4, 1)}</ul></section><nav class="pagination"><a href="/n">{f.words(2)}</a><a href="/p">{f.words(10)}</a></nav></article></main>
<section class="email-signup"><h2>{f.words(3)}</h2><p>{f.sentence()}</p><form><label>{f.words(2)}</label></form></section>
<footer class="site-footer"><nav><ul>{f.links(14)}</ul></nav><p>{f.sentence()}</p></footer></body></html>"""


def state(text: Text, f: Furniture) -> str:
    """Return a page as state.gov has it: labels in bold capitals, `QUESTION:`, an official's box, tags below."""
    body = "\n".join(_p(p, _question) for p in text.paragraphs)
    return f"""<!DOCTYPE html><html lang="en-US" class="no-js"><head><meta charset="utf-8"><title>{html.escape(text.title)} - Halden Department of State</title>
<meta property="og:site_name" content="Halden Department of State"><meta property="article:published_time" content="{text.date.replace(" ", "T")}"></head><body>
<div class="usa-banner"><p>{f.sentence()}</p><button>{f.words(4)}</button><div hidden><p>{f.sentence(20)}</p></div></div>
<header class="site-header"><div class="nav-primary"><ul class="menu">{f.links(20)}</ul></div></header><div id="content" class="site-content"><main><article class="post">
<div class="featured-content"><h1 class="featured-content__headline stars-above">{html.escape(text.title)}</h1><p class="article-meta__doctype">{f.words(2)}</p><p class="article-meta__author-bureau">{f.words(3)}</p>
<p class="article-meta__publish-date">{text.date[:10]}</p></div>
<div class="entry-content"><p class="watermark">1:15 p.m. EDT</p>{body}</div>
<footer class="entry-footer"><div class="related-tags"><h2>{f.words(1)}</h2><a href="/t">{f.words(2)}</a><a href="/t">{f.words(3)}</a></div></footer></article></main></div>
<div class="collection-related"><h2>{f.words(2)}</h2><ul>{f.links(6, 9)}</ul></div>
<footer><div class="footer-inner"><ul>{f.links(12)}</ul><address>{f.sentence()}</address></div></footer></body></html>"""


def defense(text: Text, f: Furniture) -> str:
    """Return a page as defense.gov has it: everything in divs, lines broken by `<br>`, `Q:`, share links, a caption."""
    body = "<br /><br />\n".join(
        f"{_short(who) if who else ''}{html.escape(said)}" for who, said in text.paragraphs
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{html.escape(text.title)} > Halden Department of Defense > Transcript</title>
<meta name="twitter:title" content="{html.escape(text.title)}"></head><body><form id="Form" method="post"><div class="skip"><a href="#main">{f.words(3)}</a></div>
<div class="header-wrap"><div class="nav-wrap"><ul>{f.links(26)}</ul></div></div><div id="main"><div class="DnnModule"><div class="content-wrap">
<div class="adetail"><div class="category-date"><span class="category">{f.words(1)}</span><time>{text.date[:10]}</time></div><h1 class="maintitle">{html.escape(text.title)}</h1>
<div class="share-links"><a href="#">{f.words(1)}</a> <a href="#">{f.words(1)}</a></div>
<div class="ntext"><div class="body">{body}</div></div>
<div class="media-item"><img src="c.jpg"><div class="media-caption"><p>{f.sentence(18)}</p><p>{f.words(3)}</p></div></div>
<div class="tagsblock"><a href="/t">{f.words(1)}</a> <a href="/t">{f.words(2)}</a></div></div></div>
<div class="related"><h2>{f.words(2)}</h2><div class="item"><a href="/1"><h3>{f.words(7)}</h3></a><p>{f.sentence()}</p></div><div class="item"><a href="/2"><h3>{f.words(7)}</h3></a><p>{f.sentence()}</p></div></div></div></div>
<div class="footer"><ul>{f.links(18)}</ul><div class="disc">{f.sentence()}</div></div></form></body></html>"""


def liveblog(text: Text, f: Furniture) -> str:
    """Return a page with lists, quotations and subheadings in the text, pull quotes and a paywall box around it."""
    parts = []
    for number, paragraph in enumerate(text.paragraphs, 1):
        if number % 11 == 3 and paragraph[0] is None:
            parts.append(f"<ul>{_p(paragraph, _bold, 'li')}</ul>")
        elif number % 11 == 5 and paragraph[0] is None:
            parts.append(f"<blockquote>{_p(paragraph, _bold)}</blockquote>")
        else:
            said = _p(paragraph, _bold)
            parts.append(
                re.sub(r"\b([A-Z]\w{6,})\b", r'<a href="/topic">\1</a>', said, count=1)
                if paragraph[0] is None
                else said
            )
        if number % 11 == 9:
            parts.append(
                f'<div class="embed twitter-tweet"><blockquote class="twitter-tweet"><p>{f.sentence()}</p>— {f.words(3)}</blockquote></div>'
            )
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(text.title)} — Halden Wire</title><meta property="og:type" content="article"></head><body>
<div class="consent-overlay"><div class="modal"><p>{f.sentence(24)}</p></div></div><header role="banner"><div class="menu-drawer"><ul>{f.links(30)}</ul></div></header>
<div role="main"><div class="hero"><h1>{html.escape(text.title)}</h1><p class="byline">{f.words(3)}</p></div><div class="story-body" itemprop="articleBody">{"".join(parts)}</div>
<div class="paywall-prompt"><p>{f.sentence()}</p><a class="button" href="/s">{f.words(2)}</a></div><div class="recirc"><h4>{f.words(3)}</h4><ul>{f.links(8, 9)}</ul></div></div>
<div role="contentinfo"><ul>{f.links(12)}</ul><small>{f.sentence()}</small></div></body></html>"""


def wordpress(text: Text, f: Furniture) -> str:
    """Return a page as a local paper on WordPress has it: boxes and lone links among the paragraphs of the text."""
    parts = []
    for number, paragraph in enumerate(text.paragraphs, 1):
        parts.append(_p(paragraph, _bold))
        if number % 10 == 2:
            parts.append(
                f'<figure class="wp-block-image"><img src="d.jpg"/><figcaption class="wp-element-caption">{f.sentence()}</figcaption></figure>'
            )
        if number % 10 == 4:
            parts.append(f'<p><strong><a href="https://local.example/r">{f.words(9)}</a></strong></p>')
        if number % 10 == 6:
            parts.append(f'<p><em><a href="https://local.example/n">{f.words(12)}</a></em></p>')
        if number % 10 == 8:
            parts.append(
                f'<div class="wp-block-group has-background newsletter"><h4>{f.words(4)}</h4><p>{f.sentence()}</p><form><input><button>{f.words(1)}</button></form></div>'
            )
        if number % 10 == 9:
            parts.append(
                f'<div id="attachment_{number}" class="wp-caption alignnone"><img src="e.jpg"/><p class="wp-caption-text">{f.sentence()}</p></div>'
            )
    return f"""<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"/><title>{html.escape(text.title)} &#8211; Halden Local</title>
<meta property="article:published_time" content="{text.date.replace(" ", "T")}"/></head><body class="single single-post">
<header id="masthead"><ul id="menu-primary">{f.links(15)}</ul></header><div id="cookie-law-info-bar"><span>{f.sentence(20)}</span></div>
<div id="primary"><main><article class="post hentry"><header class="entry-header"><h1 class="entry-title">{html.escape(text.title)}</h1>
<div class="entry-meta"><span class="posted-on">{text.date[:10]}</span><span class="byline">{f.words(3)}</span></div></header>
<div class="entry-content">{"".join(parts)}<div class="sharedaddy"><h3>{f.words(2)}</h3><ul>{f.links(5, 1)}</ul></div>
<div id="jp-relatedposts"><h3>{f.words(1)}</h3><p>{f.words(8)}</p></div></div><footer class="entry-footer"><span class="cat-links">{f.words(3)}</span></footer></article>
<nav class="post-navigation"><a href="/n">{f.words(9)}</a></nav><div id="comments"><h2>{f.words(3)}</h2><ol><li><p>{f.sentence()}</p></li></ol></div></main></div>
<aside id="secondary"><section class="widget"><h2>{f.words(2)}</h2><ul>{f.links(8, 8)}</ul></section></aside><footer id="colophon"><p>{f.sentence()}</p></footer></body></html>"""


def hashed(text: Text, f: Furniture) -> str:
    """Return a page of a JavaScript framework: class names that tell nothing, only the elements do."""
    parts = []
    for number, paragraph in enumerate(text.paragraphs, 1):
        parts.append(_p(paragraph, _short, attributes=' class="dcr-1eu361v"'))
        if number % 8 == 3:
            parts.append(
                f'<figure class="dcr-a2pvoh"><div><img src="f.jpg"></div><figcaption class="dcr-fd61eq"><span>{f.sentence()}</span> {f.words(3)}</figcaption></figure>'
            )
        if number % 8 == 5:
            parts.append(
                f'<aside class="dcr-h0qx1y"><a href="/r"><div>{f.words(7)}</div><div>{f.words(2)}</div></a></aside>'
            )
        if number % 8 == 7:
            parts.append(
                f'<div class="dcr-9k2mnb"><button>{f.words(2)}</button><div role="dialog"><p>{f.sentence()}</p></div></div>'
            )
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(text.title)} | The Halden Guardian</title>
<meta property="article:published_time" content="{text.date.replace(" ", "T")}"></head><body><div class="dcr-0"><a href="#maincontent" class="dcr-skip">{f.words(3)}</a>
<header class="dcr-7"><nav><ul>{f.links(28)}</ul></nav></header><section class="dcr-s"><div><p>{f.sentence()}</p><button>{f.words(1)}</button></div></section>
<main class="dcr-m"><article class="dcr-q"><div class="dcr-h"><h1>{html.escape(text.title)}</h1></div><div class="dcr-b"><a rel="author" href="/a">{f.words(2)}</a><details><summary>{text.date[:10]}</summary>{f.words(4)}</details></div>
<div id="maincontent" class="dcr-c"><div>{"".join(parts)}</div></div><div class="dcr-t"><ul>{f.links(7)}</ul></div></article></main>
<section class="dcr-o"><h2>{f.words(2)}</h2><ul>{f.links(9, 9)}</ul></section><footer class="dcr-f"><ul>{f.links(20)}</ul><p>{f.sentence()}</p></footer></div></body></html>"""


def tables(text: Text, f: Furniture) -> str:
    """Return a page as old archives have it: layout by tables, paragraphs without an end, capitals for elements."""
    body = "\n<P>".join(f"{_caps(who) if who else ''}{html.escape(said)}" for who, said in text.paragraphs)
    return f"""<HTML><HEAD><TITLE>{html.escape(text.title)}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF">
<TABLE WIDTH="100%"><TR><TD COLSPAN=3><A HREF="/">{f.words(2)}</A> | <A HREF="/a">{f.words(2)}</A> | <A HREF="/b">{f.words(2)}</A></TD></TR>
<TR><TD VALIGN=TOP WIDTH=120>{"".join(f'<A HREF="/{n}"><FONT SIZE=-1>{f.words(2)}</FONT></A><BR>' for n in range(14))}</TD>
<TD VALIGN=TOP><H2>{html.escape(text.title)}</H2><P>{body}</TD>
<TD VALIGN=TOP WIDTH=140><FONT SIZE=-1><B>{f.words(2)}</B><BR>{"".join(f'<A HREF="/r{n}">{f.words(6)}</A><BR>' for n in range(6))}</FONT></TD></TR>
<TR><TD COLSPAN=3><FONT SIZE=-2>{"".join(f'<A HREF="/f{n}">{f.words(2)}</A> - ' for n in range(6))}</FONT></TD></TR></TABLE></BODY></HTML>"""


STYLES: dict[str, Callable[[Text, Furniture], str]] = {
    s.__name__: s
    for s in (newspaper, tabloid, whitehouse, state, defense, liveblog, wordpress, hashed, tables)
}
