"""Files that are broken in the ways files break: for each family of formats what is cut off, of a wrong type, missing, nested
wrongly, there twice, backwards in time, or too long. A variant is the content of a file, or a folder of them by name."""
import gzip
import io
import tarfile
import warnings
import zipfile

warnings.filterwarnings("ignore", "Duplicate name")
long_word = "x" * (1 << 20)

text = {
    "cut in a character": b"Agent: I can't.\nCustomer: Caf\xc3",
    "no speakers": "We met on Monday.\nNobody said a word.\n",
    "labels without words": "Agent:\nCustomer:\n",
    "one speaker": "Zorp: I can't.\nZorp: Never.\n",
    "times backwards": "[00:10] Agent: I can't.\n[00:05] Customer: Oh.\n",
    "times that are none": "[99:99:99] Agent: I can't.\n[xx:yy] Customer: Oh.\n",
    "a long line": f"Agent: {long_word}\nCustomer: Oh.\n",
    "NUL bytes": b"Agent: I \0 can't.\nCustomer: Oh.\n",
    "a head only": "Call ID: 7\nDate: 2031-05-06\n",
    "a key twice in the head": "Call ID: 7\nCall ID: 8\n\nAgent: I can't.\nCustomer: Oh.\n",
    "a head without an end": "---\nid: 7\nAgent: I can't.\nCustomer: Oh.\n",
    "space only": " \n\t\n\n",
    "nothing": "",
    "turns in turns": "Agent: Customer: Agent: I can't.\nCustomer: Agent: Oh.\n",
    "comment without an end": "# decant:ignore-start flat-refusal: why\nAgent: I can't.\nCustomer: Oh.\n",
}

turn = '{"role": "agent", "text": "I can\'t."}'
json_ = {
    "cut off": '{"id": "a", "turns": [{"role": "agent", "text": "I can',
    "no turns": '{"id": "a"}',
    "turns of a wrong type": '{"id": "a", "turns": 7}',
    "a turn of a wrong type": f'{{"turns": [{turn}, "Oh."]}}',
    "a text of a wrong type": '{"turns": [{"role": "agent", "text": 7}]}',
    "a turn without text": '{"turns": [{"role": "agent"}]}',
    "turns in turns": f'{{"turns": [[{turn}]]}}',
    "nested too deep": "[" * 300 + "]" * 300,
    "an object nested too deep": '{"turns": ' * 300 + "1" + "}" * 300,
    "turns twice": f'{{"turns": [{turn}], "turns": [{turn}, {turn}]}}',
    "ids twice": f'[{{"id": "a", "turns": [{turn}]}}, {{"id": "a", "turns": [{turn}]}}]',
    "times backwards": '{"turns": [{"role": "agent", "start": 9, "text": "a"}, {"role": "agent", "start": 3, "end": 2, "text": "b"}]}',
    "a time that is none": '{"turns": [{"role": "agent", "start": "soon", "text": "a"}]}',
    "a time of a wrong type": '{"turns": [{"role": "agent", "start": [1], "text": "a"}]}',
    "a strange role": '{"turns": [{"role": "zorp", "text": "a"}]}',
    "a role of a wrong type": '{"turns": [{"role": {"a": 1}, "text": "a"}]}',
    "a long line": f'{{"turns": [{{"role": "agent", "text": "{long_word}"}}]}}',
    "a comma too many": f'{{"turns": [{turn},]}}',
    "half a character": '{"turns": [{"role": "agent", "text": "\\ud83d oh"}]}',
    "something behind it": f'{{"turns": [{turn}]}} and more',
    "a conversation of a wrong type": f'[{{"turns": [{turn}]}}, 7]',
    "a broken one among good ones": f'[{{"turns": [{turn}]}}, {{"turns": [{{"text": 1}}]}}, {{"turns": [{turn}]}}]',
    "words of a wrong type": '{"turns": [{"role": "agent", "text": "a b", "words": [{"text": "a", "start": "now"}]}]}',
    "an empty object": "{}",
    "an empty list": "[]",
}

good = f'{{"id": "g", "turns": [{turn}]}}'
jsonl = {
    "cut off": f"{good}\n{good[:30]}",
    "no JSON": f"{good}\nnot JSON\n{good}\n",
    "a number": f"{good}\n7\n{good}\n",
    "null": f"{good}\nnull\n{good}\n",
    "a text": f'{good}\n"turns"\n{good}\n',
    "a list in a list": f"{good}\n[[{good}]]\n{good}\n",
    "no turns": f'{good}\n{{"id": "b"}}\n{good}\n',
    "turns of a wrong type": f'{good}\n{{"turns": "none"}}\n{good}\n',
    "a turn without text": f'{good}\n{{"turns": [{{"role": "agent"}}]}}\n{good}\n',
    "ids twice": f"{good}\n{good}\n",
    "times backwards": f'{good}\n{{"turns": [{{"role": "agent", "start": 5, "text": "a"}}, {{"role": "agent", "start": 1, "text": "b"}}]}}\n',
    "a long line": f'{good}\n{{"turns": [{{"role": "agent", "text": "{long_word}\n{good}\n',
    "one over two lines": f'{good}\n{{"turns":\n[]}}\n{good}\n',
    "two on one line": f"{good}\n{good} {good}\n{good}\n",
    "empty lines": f"\n\n{good}\n\n{good}\n\n",
    "turns without their conversation": '{"conversation_id": "a", "role": "agent", "text": "a"}\n{"role": "agent", "text": "b"}\n',
    "a turn without text, one a line": '{"conversation_id": "a", "role": "agent", "text": "a"}\n{"conversation_id": "a", "role": "agent"}\n',
}

said = '{"role": "assistant", "content": "I can\'t."}'
zendesk = '{"comments": [{"id": 1, "author_id": 5, "plain_body": "I can\'t.", "public": true, "created_at": "2031-05-06T10:00:00Z"}%s], "users": [{"id": 5, "name": "Bo", "role": "agent"}%s]}'
twilio = '{"sentences": [{"media_channel": 2, "sentence_index": 0, "start_time": "0.0", "end_time": "1.0", "transcript": "I can\'t."}%s]}'
others = {
    "cut off": '{"messages": [{"role": "assistant", "content": "I can',
    "turns of a wrong type": '{"messages": {"role": "assistant", "content": "a"}}',
    "a turn of a wrong type": f'{{"messages": [{said}, 7]}}',
    "a text of a wrong type": f'{{"messages": [{said}, {{"role": "user", "content": 7}}]}}',
    "a turn without text": f'{{"messages": [{said}, {{"role": "user"}}]}}',
    "a role of a wrong type": f'{{"messages": [{said}, {{"role": [1], "content": "a"}}]}}',
    "a strange role": f'{{"messages": [{said}, {{"role": "zorp", "content": "a"}}]}}',
    "turns in turns": f'{{"messages": [[{said}]]}}',
    "people missing": zendesk % (', {"id": 2, "author_id": 9, "plain_body": "Oh.", "public": true}', ""),
    "people of a wrong type": '{"comments": [{"id": 1, "author_id": 5, "plain_body": "a", "public": true}], "users": 7}',
    "people twice": zendesk % ("", ', {"id": 5, "name": "Al", "role": "end-user"}'),
    "turns twice": zendesk % (', {"id": 1, "author_id": 5, "plain_body": "I can\'t.", "public": true}', ""),
    "times backwards": zendesk % (', {"id": 2, "author_id": 5, "plain_body": "Oh.", "public": true, "created_at": "2030-05-06T10:00:00Z"}', ""),
    "a time that is none": twilio % ', {"media_channel": 1, "sentence_index": 1, "start_time": "soon", "transcript": "Oh."}',
    "a time of a wrong type": twilio % ', {"media_channel": 1, "sentence_index": 1, "start_time": {"a": 1}, "transcript": "Oh."}',
    "a text missing": twilio % ', {"media_channel": 1, "sentence_index": 1, "start_time": "2.0"}',
    "a channel of a wrong type": twilio % ', {"media_channel": "left", "sentence_index": 1, "start_time": "2.0", "transcript": "Oh."}',
    "a long line": f'{{"messages": [{{"role": "assistant", "content": "{long_word}"}}]}}',
    "a shape that nobody knows": '{"parley": [{"who": "agent", "says": "a"}]}',
    "words without a text": '{"results": {"utterances": [{"start": 1, "end": 5, "words": [{"word": "one"}]}]}}',
    "a vCon without parties": '{"vcon": "0.0.1", "dialog": [{"type": "text", "body": "a"}]}',
    "a vCon with a party that is not there": '{"vcon": "0.0.1", "parties": [{"name": "Bo", "role": "agent"}], "dialog": [{"type": "text", "originator": 7, "mediatype": "text/plain", "body": "a"}]}',
}

csv = {
    "cut off in quotes": 'id,role,text\na,agent,"I can\'t',
    "no text": "id,role,time\na,agent,1\n",
    "a header only": "id,role,text\n",
    "a cell missing": "id,role,text\na,agent\na,customer,Oh.\n",
    "a cell too many": "id,role,text\na,agent,I can't,no\na,customer,Oh.\n",
    "quotes inside": 'id,role,text\na,agent,I "can\'t"\na,customer,"Oh" no\n',
    "a column twice": "id,role,text,text\na,agent,I can't.,Oh.\n",
    "a strange role": "id,role,text\na,zorp,I can't.\n",
    "times backwards": "id,role,start,text\na,agent,00:10,I can't.\na,customer,00:05,Oh.\n",
    "times that are none": "id,role,start,text\na,agent,soon,I can't.\na,customer,later,Oh.\n",
    "ids far apart": "id,role,text\na,agent,I can't.\nb,agent,No.\na,customer,Oh.\n",
    "a long line": f"id,role,text\na,agent,{long_word}\na,customer,Oh.\n",
    "two separators": "id;role,text\na;agent,I can't.\n",
    "no header": "a,agent,I can't.\na,customer,Oh.\n",
    "posts that answer each other": "tweet_id,author_id,inbound,created_at,text,in_response_to_tweet_id\n1,a,True,x,t,2\n2,b,False,y,u,1\n",
    "posts twice": "tweet_id,author_id,inbound,created_at,text,in_response_to_tweet_id\n1,a,True,x,t,\n1,b,False,y,u,\n",
    "a reply without a text": "title,reply\nlate,\nwet,Dry.\n",
}

vtt = {
    "a header only": "WEBVTT\n",
    "a header misspelt": "WEBVT\n\n00:01.000 --> 00:02.000\nAgent: a\n",
    "cut in a time": "WEBVTT\n\n00:01.000 --> 00:02.000\nAgent: a\n\n00:03.000 --> 0",
    "cut in a tag": "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Agent>a\n\n00:03.000 --> 00:04.000\n<v Cust",
    "a time that is none": "WEBVTT\n\nsoon --> later\nAgent: a\n\n00:03.000 --> 00:04.000\nAgent: b\n",
    "a time missing": "WEBVTT\n\n00:01.000 -->\nAgent: a\n",
    "no arrow": "WEBVTT\n\n00:01.000 00:02.000\nAgent: a\n",
    "an end before its start": "WEBVTT\n\n00:05.000 --> 00:02.000\nAgent: a\n",
    "times backwards": "WEBVTT\n\n00:05.000 --> 00:06.000\nAgent: a\n\n00:01.000 --> 00:02.000\nCustomer: b\n",
    "a cue without text": "WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:03.000 --> 00:04.000\nAgent: a\n",
    "a number twice": "WEBVTT\n\n1\n00:01.000 --> 00:02.000\nAgent: a\n\n1\n00:03.000 --> 00:04.000\nAgent: b\n",
    "tags inside each other": "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Agent><v Customer><b><v Agent>a</v></v>\n",
    "a note without an end": "WEBVTT\n\nNOTE\nnothing\n00:01.000 --> 00:02.000\nAgent: a\n",
    "a long line": f"WEBVTT\n\n00:01.000 --> 00:02.000\nAgent: {long_word}\n",
    "no empty lines": "WEBVTT\n00:01.000 --> 00:02.000\nAgent: a\n00:03.000 --> 00:04.000\nCustomer: b\n",
}

srt = {
    "cut in a time": "1\n00:00:01,000 --> 00:00:02,000\nAgent: a\n\n2\n00:00:03,0",
    "cut behind a number": "1\n00:00:01,000 --> 00:00:02,000\nAgent: a\n\n2",
    "a time that is none": "1\n00:00:01,000 --> 00:00:02,000\nAgent: a\n\n2\nsoon --> later\nCustomer: b\n",
    "a time missing": "1\n00:00:01,000 --> 00:00:02,000\nAgent: a\n\n2\n00:00:03,000 -->\nCustomer: b\n",
    "numbers missing": "00:00:01,000 --> 00:00:02,000\nAgent: a\n\n00:00:03,000 --> 00:00:04,000\nCustomer: b\n",
    "a number twice": "1\n00:00:01,000 --> 00:00:02,000\nAgent: a\n\n1\n00:00:03,000 --> 00:00:04,000\nCustomer: b\n",
    "numbers that are none": "one\n00:00:01,000 --> 00:00:02,000\nAgent: a\n\ntwo\n00:00:03,000 --> 00:00:04,000\nCustomer: b\n",
    "an end before its start": "1\n00:00:05,000 --> 00:00:02,000\nAgent: a\n",
    "times backwards": "1\n00:00:05,000 --> 00:00:06,000\nAgent: a\n\n2\n00:00:01,000 --> 00:00:02,000\nCustomer: b\n",
    "a cue without text": "1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\nAgent: a\n",
    "minutes beyond sixty": "1\n00:99:01,000 --> 00:99:02,000\nAgent: a\n",
    "no empty lines": "1\n00:00:01,000 --> 00:00:02,000\nAgent: a\n2\n00:00:03,000 --> 00:00:04,000\nCustomer: b\n",
    "a long line": f"1\n00:00:01,000 --> 00:00:02,000\nAgent: {long_word}\n",
    "tags without an end": "1\n00:00:01,000 --> 00:00:02,000\n<i>Agent: <b>a <font color=\n",
}

sender = "From: support@plumline.example\nDate: Mon, 02 Feb 2026 09:00:00 +0000\n"
mail = {
    "cut in the headers": "From: support@plumline.example\nDate: Mon, 02 Feb",
    "cut in a header's name": "From: support@plumline.example\nDate: Mon, 02 Feb 2026 09:00:00 +0000\nMessage-",
    "no sender": "Date: Mon, 02 Feb 2026 09:00:00 +0000\nMessage-ID: <a@b>\nFrom:\n\nI can't.\n",
    "a date that is none": "From: support@plumline.example\nDate: some day\n\nI can't.\n",
    "two senders": "From: support@plumline.example\nFrom: pat@mail.example\nDate: Mon, 02 Feb 2026 09:00:00 +0000\n\nI can't.\n",
    "no words": sender + "\n",
    "a part without an end": sender + 'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nI can\'t.\n',
    "a boundary missing": sender + "Content-Type: multipart/mixed\n\nI can't.\n",
    "base64 that is none": sender + "Content-Transfer-Encoding: base64\n\n!!!I can't!!!\n",
    "a strange encoding": sender + "Content-Transfer-Encoding: zorp\n\nI can't.\n",
    "a strange charset": sender + 'Content-Type: text/plain; charset="zorp"\n\nI can\'t.\n',
    "parts in parts": sender + "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(1000)) + "\nI can't.\n",
    "HTML inside itself": sender + "Content-Type: text/html\n\n" + "<div>" * 50000 + "I can't.\n",
    "a long line": sender + "\n" + long_word + "\n",
    "a long header": sender + f"Subject: {long_word}\n\nI can't.\n",
    "only what others wrote": sender + "\n> I can't.\n> Oh.\n",
}

envelope = "From pat@plum.example Mon Feb 02 09:00:00 2026\n"
one = envelope + "Message-ID: <1@x>\n" + sender + "\nI can't.\n\n"
mbox = {
    "cut in an envelope": one + "From pat@plum.exa",
    "cut in the headers": one + envelope + "From: pat@mail.exam",
    "no sender": one + envelope + "Date: Mon, 02 Feb 2026 09:00:00 +0000\n\nOh.\n\n" + one.replace("1@x", "2@x"),
    "a mail without headers": one + envelope + "\nOh.\n\n" + one.replace("1@x", "2@x"),
    "ids twice": one + one,
    "an answer to itself": one.replace("<1@x>\n", "<1@x>\nIn-Reply-To: <1@x>\n"),
    "answers in a ring": one.replace("<1@x>\n", "<1@x>\nIn-Reply-To: <2@x>\n") + one.replace("<1@x>\n", "<2@x>\nIn-Reply-To: <1@x>\n"),
    "times backwards": one + one.replace("<1@x>\n", "<2@x>\nIn-Reply-To: <1@x>\n").replace("2026 09", "2025 09"),
    "a date that is none": one.replace("Mon, 02 Feb", "Some, 99 Zor"),
    "no empty line between": one.rstrip("\n") + "\n" + one.replace("1@x", "2@x"),
    "a part without an end": one.replace(sender, sender + 'Content-Type: multipart/mixed; boundary="b"\n') + one.replace("1@x", "2@x"),
    "a long line": one.replace("I can't.", long_word),
    "an envelope only": envelope,
    "envelopes inside each other": one.replace("I can't.", ">From the start I can't.\n\nFrom here on\n\nFrom 2 to 3: no\n"),
}

script = {
    "a head without an end": "---\nchannel: chat\nmust_say: [a b]\n\n# Late\n\nSay {name}: \"I can't.\"\n",
    "a head that is no YAML": "---\nmust_say: [a\n---\n\nI can't.\n",
    "a head that is a list": "---\n- channel: script\n---\n\n# Late\n\n> I can't, {name}.\n",
    "a key twice in the head": "---\nchannel: script\nchannel: chat\n---\n\nI can't.\n",
    "must_say of a wrong type": "---\nmust_say: {a: b}\n---\n\nI can't.\n",
    "must_say without a text": "---\nmust_say:\n---\n\nI can't.\n",
    "a tab in the head": "---\nchannel: script\nmust_say:\n\t- a b\n---\n\nI can't.\n",
    "code without an end": "# Late\n\n> Hi {name}.\n\n```\nI can't.\n",
    "a comment without an end": "# Late\n\n> Hi {name}.\n\n<!-- I can't.\n",
    "headings only": "# Late\n\n## {name}\n\n### Wet\n",
    "quotes inside each other": "# Late\n\n" + ">" * 5000 + " I can't, {name}.\n",
    "lists inside each other": "# Late\n\n> {name}\n\n" + "".join(" " * (2 * i) + "- a\n" for i in range(1000)),
    "a table with odd rows": "# Late\n\n| Situation | Say |\n|---|---|\n| a |\n| a | I can't, {name}. | b | c |\n",
    "a long line": f"# Late\n\n> {{name}} {long_word}\n",
    "brackets that nothing closes": "# Late\n\n> I can't, {name" + "[" * 50000 + "\n",
    "a comment for decant that says nothing": "# Late\n\n<!-- decant:ignore -->\n> I can't, {name}.\n",
}

replies = {
    "cut off in quotes": 'macros:\n  - title: Late\n    text: "I can\'t',
    "cut off in a key": "macros:\n  - title: Late\n    text: I can't.\n  - tit",
    "a text of a wrong type": "macros:\n  - title: Late\n    text: {a: b}\n  - title: Wet\n    text: I can't.\n",
    "a text missing": "macros:\n  - title: Late\n  - title: Wet\n    text: I can't.\n",
    "a text that is empty": "macros:\n  - title: Late\n    text: ''\n  - title: Wet\n    text: I can't.\n",
    "a name without a text": "replies:\n  late:\n  wet: I can't do it.\n",
    "names twice": "late: 'I can''t.'\nlate: 'Oh no.'\n",
    "titles twice": "- title: Late\n  text: I can't.\n- title: Late\n  text: Oh.\n",
    "lists inside each other": "macros:\n  - title: Late\n    text: I can't.\n  - - - title: Wet\n        text: Oh.\n",
    "nested too deep": "replies:\n  late: 'I can''t do it.'\n  wet: " + "[" * 100 + "]" * 100 + "\n",
    "indented wrongly": "macros:\n  - title: Late\n    text: I can't.\n   title: Wet\n",
    "a tab": "macros:\n  - title: Late\n    text: I can't.\n\t- title: Wet\n",
    "a placeholder without quotes": "macros:\n  - title: Late\n    text: {{name}}, I can't.\n",
    "anchors": "macros:\n  - title: Late\n    text: &a I can't.\n  - title: Wet\n    text: *a\n",
    "two documents": "macros:\n  - title: Late\n    text: I can't.\n---\nmacros: []\n",
    "must_say of a wrong type": "must_say: {a: b}\nmacros:\n  - title: Late\n    text: I can't.\n  - title: Wet\n    text: Oh.\n",
    "a long line": f"macros:\n  - title: Late\n    text: {long_word}\n",
}

index = '{"id": "1", "speaker": "bo", "conversation_id": "1", "reply_to": null, "timestamp": 1, "text": "I can\'t."}\n'
answer = '{"id": "2", "speaker": "al", "conversation_id": "1", "reply_to": "1", "timestamp": 2, "text": "Oh."}\n'


def corpus(utterances=index + answer, speakers='{"bo": {"role": "agent"}, "al": {"role": "customer"}}', conversations='{"1": {}}'):
    return {"utterances.jsonl": utterances, "speakers.json": speakers, "conversations.json": conversations}


convokit = {
    "speakers cut off": corpus(speakers='{"bo": {"role": "age'),
    "speakers of a wrong type": corpus(speakers='["bo", "al"]'),
    "speakers missing": {"utterances.jsonl": index + answer},
    "a speaker missing": corpus(speakers='{"bo": {"role": "agent"}}'),
    "a role of a wrong type": corpus(speakers='{"bo": {"role": 7}, "al": 7}'),
    "conversations of a wrong type": corpus(conversations="7"),
    "utterances cut off": corpus(index + answer[:40]),
    "an utterance of a wrong type": corpus(index + "[7]\n" + answer),
    "a text missing": corpus(index + answer.replace('"text"', '"texts"')),
    "a text of a wrong type": corpus(index + answer.replace('"Oh."', "7")),
    "an id missing": corpus(index + answer.replace('"conversation_id": "1", ', "")),
    "ids twice": corpus(index + index + answer),
    "an answer to nothing": corpus(index + answer.replace('"reply_to": "1"', '"reply_to": "9"')),
    "times backwards": corpus(index + answer.replace('"timestamp": 2', '"timestamp": 0')),
    "a long line": corpus(index + answer.replace("Oh.", long_word)),
}

message = '{"type": "message", "user": "U1", "text": "I can\'t.", "ts": "1772636530.000000"}'
other = '{"type": "message", "user": "U2", "text": "Oh.", "ts": "1772636531.000000"}'


def export(day=f"[{message}, {other}]", users='[{"id": "U1", "name": "bo", "profile": {}}, {"id": "U2", "name": "al", "profile": {}}]'):
    return {"general/2031-05-06.json": day, "users.json": users}


slack = {
    "users cut off": export(users='[{"id": "U1", "na'),
    "users of a wrong type": export(users='{"U1": "bo"}'),
    "users missing": {"general/2031-05-06.json": f"[{message}, {other}]"},
    "a user missing": export(users='[{"id": "U1", "name": "bo", "profile": {}}]'),
    "users twice": export(users='[{"id": "U1", "name": "bo", "profile": {}}, {"id": "U1", "name": "al", "profile": {}}]'),
    "a day cut off": export(day=f"[{message}, {other[:30]}"),
    "a day of a wrong type": export(day=f'{{"messages": {message}}}'),
    "a message of a wrong type": export(day=f"[{message}, 7, {other}]"),
    "a text of a wrong type": export(day=f"[{message}, {other.replace(chr(34) + 'Oh.' + chr(34), '[1]')}]"),
    "a text missing": export(day=f'[{message}, {{"type": "message", "user": "U2", "ts": "1772636531.0"}}]'),
    "a time of a wrong type": export(day=f'[{message}, {{"type": "message", "user": "U2", "text": "Oh.", "ts": {{}}}}]'),
    "times backwards": export(day=f"[{other}, {message}]"),
    "messages twice": export(day=f"[{message}, {message}]"),
    "messages inside each other": export(day=f"[[{message}], {other}]"),
    "a long line": export(day=f"[{message}, {other.replace('Oh.', long_word)}]"),
}


def zipped(files, mode=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", mode) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name), content, mode)
    return out.getvalue()


def tarred(files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in files:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


call = b"Agent: I can't do that.\nCustomer: Oh.\n"
noise = bytes(i * 167 % 251 for i in range(20000))
two = zipped([("a.txt", call), ("b.txt", call + noise.hex().encode())])
tar = tarred([("a.txt", call), ("b.txt", call + noise.hex().encode())])
packed = gzip.compress(call + noise.hex().encode(), mtime=0)


def wrapped(times):
    out = call
    for _ in range(times):
        out = gzip.compress(out, mtime=0)
    return out


archives = {
    "a zip without its end": two[:-40],
    "a zip cut off": two[: len(two) // 2],
    "a zip with a wrong byte": two[:200] + bytes([two[200] ^ 255]) + two[201:],
    "a tar cut off": tar[:3000],
    "a tar with a broken head": tar[:1024] + b"\xff" * 512 + tar[1536:],
    "gzip cut off": packed[: len(packed) // 2],
    "gzip with a wrong byte": packed[:300] + bytes([packed[300] ^ 255]) + packed[301:],
    "gzip with something behind it": packed + b"something",
    "gzip, its head only": packed[:10],
    "zstd, its head only": b"\x28\xb5\x2f\xfd" + noise[:50],
    "xz, its head only": b"\xfd7zXZ\x00" + noise[:50],
    "a zip of nothing": zipped([]),
    "a zip with an empty file": zipped([("a.txt", b""), ("b.txt", call)]),
    "a zip with a broken file": zipped([("a.json", b'{"turns": 7}'), ("b.txt", call)]),
    "a name twice": zipped([("a.txt", call), ("a.txt", call)]),
    "names that lead out": zipped([("../a.txt", call), ("/b.txt", call)]),
    "zips in a zip": zipped([("a.zip", two), ("b.txt", call)]),
    "compressed too often": wrapped(20),
    "a long line": zipped([("a.json", ('{"turns": [{"role": "agent", "text": "' + long_word).encode())]),
}

families = {"text": text, "json": json_, "jsonl": jsonl, "others": others, "csv": csv, "vtt": vtt, "srt": srt, "mail": mail, "mbox": mbox,
            "script": script, "replies": replies, "convokit": convokit, "slack": slack, "archives": archives}
