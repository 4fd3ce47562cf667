// HTML and Slack's markup: what a person sees, with the place of every word in the file.
#include <doctest/doctest.h>

#include <chrono>

#include "reading.h"
#include "transcript/formats/entities.h"
#include "transcript/formats/html_text.h"
#include "transcript/formats/slack_text.h"

namespace decant {
namespace {

std::string html(std::string_view text) {
  return std::string(html_text(SourcedText(text, text)).text());
}

TEST_CASE("html: what a person sees") {
  const struct {
    std::string_view html, text;
  } rows[] = {
      {"plain", "plain"},
      {"", ""},
      {"<p>one</p><p>two</p>", "one\ntwo"},
      {"<div><p> one\n two </p></div>", "one two"},
      {"one<br>two<br/>three", "one\ntwo\nthree"},
      {"<p>a <b>b</b><i>c</i> d</p>", "a bc d"},
      {"<ul><li>a</li><li>b</li></ul>c", "a\nb\nc"},
      {"<table><tr><td>a</td><td>b</td></tr></table>", "a b"},
      {"Fish &amp; chips &lt;3 &#39;x&#x2019; caf&eacute;", "Fish & chips <3 'x’ café"},
      {"a&nbsp;&nbsp;b\xC2\xA0 c", "a b c"},
      {"AT&T, &nosuch; &; &#; &#xZZ; &", "AT&T, &nosuch; &; &#; &#xZZ; &"},
      {"1 < 2 and <3 and a<b", "1 < 2 and <3 and a<b"},
      {"<p title=\"a > b\" x='>'>c", "c"},
      {"<a href=x>y</a>", "y"},
      {"<img src=\"data:image/png;base64,AAAA\" alt=cat>z", "z"},
      {"a<!-- hidden <p>b</p> -->c", "ac"},
      {"a<!-- never closed", "a<!-- never closed"},
      {"<!DOCTYPE html><html><head><title>t</title><style>p{}</style></head><body>b</body></html>", "b"},
      {"<script>if (a<b) x('</p>');</script>ok", "ok"},
      {"<p>mine</p><blockquote>theirs<blockquote>deeper</blockquote>still</blockquote><p>mine too</p>", "mine\nmine too"},
      {"<P>UPPER</P><BR>x", "UPPER\nx"},
      {"tail <b", "tail <b"},
      {"</p></blockquote>x", "x"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.html);
    CHECK(html(row.html) == row.text);
  }
}

TEST_CASE("html: every word keeps its place") {
  const std::string_view text = "<p>I can&#39;t <b>do</b> that</p>";
  const SourcedText seen = html_text(SourcedText(text, text));
  const auto source = [&](std::string_view word) {
    const Span span = seen.source(seen.text().substr(seen.text().find(word), word.size()));
    return text.substr(span.begin, span.size());
  };
  CHECK(seen.text() == "I can't do that");
  CHECK(source("can't") == "can&#39;t");
  CHECK(source("'") == "&#39;");
  CHECK(source("do") == "do");
  CHECK(source("can't do") == "can&#39;t <b>do");
}

TEST_CASE("html inside a JSON string keeps its places through the escapes") {
  const Reading reading = read_as("json", R"({"value": [{"messageType": "message", "createdDateTime": "2031-05-06T09:30:05Z",
 "body": {"contentType": "html", "content": "<p class=\"a\">caf\u00e9 &quot;no&quot;</p>\n<p>end</p>"}}]})");
  CHECK(reading.turns() == Lines{"unknown: café \"no\"\nend"});
  CHECK(reading.source("café", 0) == R"(caf\u00e9)");
  CHECK(reading.source("\"no\"", 0) == "&quot;no&quot;");
  CHECK(reading.source("end", 0) == "end");
}

TEST_CASE("html takes linear time whatever it holds") {
  for (const std::string_view piece : {"<", "<p ", "<p a=\"", "<!--", "<![", "&", "&amp", "<script>", "<blockquote>", "</", "a=b ", "<b>", "<p>x</p>", "'\"<a "}) {
    CAPTURE(piece);
    std::string text = "<p x ";
    while (text.size() < 1'000'000) text += piece;
    const auto begin = std::chrono::steady_clock::now();
    html_text(SourcedText(text, text));
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
  }
}

TEST_CASE("slack: mentions, links and references") {
  const struct {
    std::string_view text, seen;
  } rows[] = {
      {"plain & <", "plain & <"},
      {"<@U1> and <@U2|bo> and <@U3>", "@Ines and @bo and @U3"},
      {"<#C1|help> <#C2> <!here> <!subteam^S1|@team>", "#help #C2 @here @team"},
      {"<https://x.example> <https://x.example|ours> <mailto:a@x.example|a@x.example>", "https://x.example ours a@x.example"},
      {"a &lt; b &amp;&gt; c &quot;", "a < b &> c &quot;"},
      {"<> <|> <@>", "  @"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto name_of = [](std::string_view id) { return std::string_view(id == "U1" ? "Ines" : ""); };
    CHECK(slack_text(SourcedText(row.text, row.text), name_of).text() == row.seen);
  }
}

TEST_CASE("character references") {
  CHECK(entity_text("amp") == "&");
  CHECK(entity_text("hellip") == "…");
  CHECK(entity_text("AElig") == "Æ");
  CHECK(entity_text("#8364") == "€");
  CHECK(entity_text("#x1F600") == "\xF0\x9F\x98\x80");
  CHECK(entity_text("#0") == "\xEF\xBF\xBD");
  CHECK(entity_text("#xD800") == "\xEF\xBF\xBD");
  CHECK_FALSE(entity_text("").has_value());
  CHECK_FALSE(entity_text("zzz").has_value());
  CHECK_FALSE(entity_text("#").has_value());
  CHECK_FALSE(entity_text("#-1").has_value());
}

}  // namespace
}  // namespace decant
