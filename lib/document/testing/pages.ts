/** Small pages as newsrooms and word processors make them: seeds for the tests of readers, and for mutations of them. */

/** A newspaper's page: menus, a dek, a byline, a picture, links to other articles, boxes that ask for something. */
export const NEWS = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Mayor resigns over bridge contract | The Harbour Gazette</title>
<meta property="og:title" content="Mayor resigns over bridge contract">
<meta property="og:site_name" content="The Harbour Gazette">
<meta property="og:description" content="Six months of inquiries end in a short letter.">
<link rel="canonical" href="https://gazette.example/news/mayor-resigns">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Gazette"},
{"@type":"NewsArticle","headline":"Mayor resigns over bridge contract","datePublished":"2024-11-15T22:30:00-05:00",
"author":[{"@type":"Person","name":"Jane Doe"},{"@type":"Person","name":"Max Muster"}],"articleSection":"Politics",
"description":"Six months of inquiries end in a short letter."}]}</script>
<style>.x{width:calc(($a - 1px) / 2)}</style></head>
<body class="page has-sidebar">
<div id="subHead"><ul><li>Sign In</li><li>Subscribe</li></ul></div>
<nav class="site-nav"><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article class="story">
<header><p class="kicker">Politics</p><h1>Mayor resigns over bridge contract</h1>
<h2 class="standfirst">Six months of inquiries end in a short letter.</h2>
<p class="byline">By <a rel="author" href="/jane">Jane Doe</a> and Max Muster</p><p class="date">Updated 15 November 2024, 10:30 pm</p></header>
<figure><img src="/img/bridge.jpg" alt="A bridge at dawn"><figcaption>The bridge on Friday. (Photo: A. Lens)</figcaption></figure>
<div class="share-bar"><a href="https://social.example">Share</a> <a href="https://chat.example">Send</a></div>
<p>The mayor of Harbour Town resigned on Friday, six months after the <a href="/report?a=1&amp;b=2">audit report</a> found that a contract for the new bridge had been awarded without a tender.</p>
<p>“I have made mistakes,” she wrote in a letter to the council, “and I <em>regret</em> every one of them.” The letter has two paragraphs and names nobody else.</p>
<p>Related: <a href="/news/audit">Audit finds no tender for the bridge contract</a></p>
<h2>What the audit found</h2>
<ul><li>The contract was worth 12.5 million.</li><li>Two of three offers came in late.</li></ul>
<aside class="newsletter-signup"><h3>Morning briefing</h3><p>Get the news in your inbox every day.</p><form><input type="email"><button>Sign up</button></form></aside>
<blockquote><p>No tender was held, and no reason was given.</p></blockquote>
<table><tr><th>Offer</th><th align="right">Million</th></tr><tr><td>North</td><td align="right">12.5</td></tr><tr><td>South</td><td align="right">11.9</td></tr></table>
<p>The council meets on Monday to elect an interim mayor, who will serve until the elections in May of next year.</p>
<p>READ MORE: <a href="/news/who">Who could follow the mayor?</a></p>
<p>Sign up for our <a href="/nl">newsletter</a> to get more stories like this.</p>
<p>Jane Doe is a reporter for the Harbour Gazette. Follow her on Twitter <a href="https://t.example/jane">@janedoe</a>.</p>
</article>
<section class="related-stories"><h2>More news</h2><ul><li><a href="/1">Ferry late again this week</a></li><li><a href="/2">School opens a new wing</a></li></ul></section>
<div id="comments"><h3>Comments</h3><p>Good riddance, says a reader who did not read the article to its end, which takes a while.</p></div></main>
<footer><p>© 2024 The Harbour Gazette</p></footer></body></html>`

/** A blog's page without any semantic element: breaks for paragraphs, a picture in a box, a quoted post, cards at the end. */
export const BLOG = `<html><head><title>How the ferry got its bell</title><meta name="author" content="Kim Lee">
<meta name="description" content="A bell, a storm and a bet."></head><body>
<div class="menu"><a href="/a">Start</a><a href="/b">About</a></div>
<div class="post"><div class="title"><h1>How the ferry got its bell</h1></div>
<div class="entry-content">
In the winter of 1953 the ferry sank at its mooring, and with it the bell that the town had cast for it from old coins and
two church candlesticks, or so the story goes. <br><br>
<div class="photo"><img src="https://blog.example/bell.jpg" alt=""><p>The bell in its tower (Image: City archive)</p></div>
It took three divers, <b>eleven days</b> and a bet to bring it up again, and when they did it had lost its clapper but none
of its tone, as everybody in the town will tell you.<br><br>
<div class="social-media-embed"><blockquote class="twitter-tweet"><p lang="en">It rang under water. I heard it.</p>&mdash; Diver (@diver) <a href="https://t.example/1">May 1, 2019</a></blockquote></div>
<p>The new clapper came from a foundry in the south, cost 400 crowns and was stolen twice before it was ever hung, in both
cases by the same man.</p>
<pre><code class="language-js">ring(3)
</code></pre>
<ol start="3"><li>Cast<ul><li>coins</li><li>candlesticks</li></ul></li><li>Hang</li></ol>
</div>
<div class="cards"><div class="card"><a href="/1"><img src="/1.jpg"></a><p>Why the tower leans</p></div>
<div class="card"><a href="/2"><img src="/2.jpg"></a><p>Who stole the clapper</p></div>
<div class="card"><a href="/3"><img src="/3.jpg"></a><p>When the coins ran out</p></div></div>
<p class="tags"><a href="/t">ferry</a> <a href="/u">bell</a></p></div></body></html>`

/** What a browser's clipboard has of Word: a list by styles, a heading, marks, and much that is none of the text. */
export const WORD_PASTE = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm} --></style>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head>
<body lang=DE><!--StartFragment-->
<h1>Die Brücke<o:p></o:p></h1>
<p class=MsoNormal><b>Der Rat</b> hat <i style='mso-bidi-font-style:normal'>gestern</i> entschieden.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>Erstens<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>Darunter</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Zweitens</p>
<table class=MsoTableGrid><tr><td>Nord</td><td><p class=MsoNormal align=right style='text-align:right'>12,5</p></td></tr><tr><td>Süd</td><td>11,9</td></tr></table>
<!--EndFragment--></body></html>`

/** What a browser's clipboard has of Google Docs: everything in a <b> that is none, weights as styles. */
export const DOCS_PASTE = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-weight:400">The bridge</span></h1>
<p dir="ltr"><span style="font-weight:700;font-style:normal">The council</span><span style="font-weight:400"> has </span><span style="font-style:italic">decided</span>, see <a href="https://gazette.example/vote" style="text-decoration:none"><span style="text-decoration:underline">the vote</span></a>.</p>
<ul><li dir="ltr" aria-level="1"><p dir="ltr"><span>First</span></p></li><ul><li aria-level="2"><p><span>Below</span></p></li></ul><li><p><span>Second</span></p></li></ul></b><br class="Apple-interchange-newline">`

/** A page of everything that must not survive, around a story that must. */
export const ACTIVE = `<html><head><title>Bell rings again after years</title><base href="https://gazette.example/a/"><script>alert(1)</script></head>
<body onload="alert(2)"><h1 onclick="alert(3)">Bell rings again after years</h1>
<p style="background:url(javascript:alert(4));width:expression(alert(5))">The bell of the ferry <a href="javascript:alert(6)">rang</a> again on <a href=" jAvA&#x09;script:alert(7)">Sunday</a>, for the first time since it was lost in the storm of 1953.</p>
<svg><script>alert(8)</script><a xlink:href="javascript:alert(9)"><text>drawn</text></a></svg><math><mtext><img src=x onerror=alert(10)></mtext></math>
<iframe srcdoc="<script>alert(11)</script>">framed</iframe><object data="x.swf">object</object><embed src="x.swf">
<p>Hundreds came to <img src="data:image/svg+xml,<svg onload=alert(12)>" alt="drawn"><img src="bell.jpg" onerror="alert(13)" alt="The bell"> hear it, and the <a href="data:text/html,<script>alert(14)</script>">mayor</a> spoke, as <a href="report.html">the report</a> says, see <a href="//cdn.example/x">here</a> and <a href="mailto:a@example.org">write</a>.</p>
<form action="javascript:alert(15)"><button formaction="javascript:alert(16)">press</button></form><style>p{x:expression(alert(17))}</style>
<p>It will ring every Sunday at noon from now on, the town says, unless somebody <template><script>alert(18)</script></template>steals the clapper again, which has happened twice before.</p><noscript><p title="</noscript><img src=x onerror=alert(19)>"></noscript></body></html>`
