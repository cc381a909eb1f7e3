#!/usr/bin/env python3
"""Read what check writes with the parsers of Python, and look at what a schema
cannot say.

    read.py FORMAT FILE [COUNT]      well formed, with so many findings
    read.py fixes SARIF TEXT CLEAN   all fixes together make CLEAN of TEXT
    read.py moved SARIF SARIF        the same fingerprints
    read.py edits JSON TEXT CLEAN    the edits of explain make CLEAN of TEXT
"""
import json
import re
import sys
import xml.etree.ElementTree as tree


def load(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def unique(values):
    values = list(values)
    assert len(set(values)) == len(values), 'a fingerprint comes twice'


def read_json(path):
    return load(path)


def read_json_lines(path):
    with open(path, encoding='utf-8') as file:
        return [json.loads(line) for line in file]


def fingerprint(result):
    return (result['ruleId'],
            result['partialFingerprints']['primaryLocationLineHash'])


def look_at_region(region):
    begin = region['startLine'], region['startColumn']
    end = region['endLine'], region['endColumn']
    assert (1, 1) <= begin <= end and end[1] >= 1, region


def read_sarif(path):
    log = load(path)
    assert log['version'] == '2.1.0'
    (run,) = log['runs']
    assert run['columnKind'] == 'unicodeCodePoints'
    rules = run['tool']['driver']['rules']
    for rule in rules:
        for text in 'shortDescription', 'fullDescription', 'help':
            assert rule[text]['text'].strip(), rule
    for result in run['results']:
        rule = rules[result['ruleIndex']]
        assert rule['id'] == result['ruleId']
        assert rule['defaultConfiguration']['level'] == result['level']
        look_at_region(
            result['locations'][0]['physicalLocation']['region'])
    unique((fingerprint(result),
            result['locations'][0]['physicalLocation']['artifactLocation']
            ['uri']) for result in run['results'])
    return run['results']


def read_gitlab(path):
    issues = load(path)
    for issue in issues:
        lines = issue['location']['lines']
        assert 1 <= lines['begin'] <= lines['end']
        assert not issue['location']['path'].startswith('./')
    unique(issue['fingerprint'] for issue in issues)
    return issues


def read_junit(path):
    findings = []
    for suite in tree.parse(path).getroot():
        cases = list(suite)
        failures = suite.findall('testcase/failure')
        assert int(suite.get('tests')) == len(cases)
        assert int(suite.get('failures')) == len(failures)
        assert all(case.get('classname') == suite.get('name')
                   for case in cases)
        findings += [case for case in cases if case.get('name') != 'clean']
    return findings


def read_checkstyle(path):
    root = tree.parse(path).getroot()
    assert root.tag == 'checkstyle'
    return [error for file in root for error in file]


def read_github(path):
    kinds = {}
    shown = 0
    with open(path, encoding='utf-8', newline='\n') as file:
        for line in file:
            kind = line.split(' ', 1)[0]
            kinds[kind] = kinds.get(kind, 0) + 1
            more = line.startswith('::notice title=copydesk::')
            shown += int(line.split('::')[2].split(' ')[0]) if more else 1
    assert all(kind in ('::error', '::warning', '::notice') for kind in kinds)
    assert all(count <= 10 for count in kinds.values()), kinds
    return [None] * shown


READERS = {
    'json': read_json, 'json-lines': read_json_lines, 'sarif': read_sarif,
    'gitlab': read_gitlab, 'junit': read_junit,
    'checkstyle': read_checkstyle, 'github': read_github,
}


def offset(lines, line, column):
    """Where a line and a column of code points are."""
    return sum(map(len, lines[:line - 1])) + column - 1


def fixes(sarif, text, clean):
    with open(text, encoding='utf-8', newline='') as file:
        source = file.read()
    ends = load(sarif)['runs'][0]['newlineSequences']
    parts = re.split('(' + '|'.join(ends) + ')', source) + ['']
    lines = [line + end for line, end in zip(parts[::2], parts[1::2])]
    edits = set()
    for result in read_sarif(sarif):
        for fix in result.get('fixes', []):
            for change in fix['artifactChanges'][0]['replacements']:
                region = change['deletedRegion']
                look_at_region(region)
                edits.add((
                    offset(lines, region['startLine'], region['startColumn']),
                    offset(lines, region['endLine'], region['endColumn']),
                    change['insertedContent']['text']))
    out, at = [], 0
    for begin, end, new in sorted(edits):
        assert begin >= at, 'fixes overlap'
        out += [source[at:begin], new]
        at = end
    out.append(source[at:])
    with open(clean, encoding='utf-8', newline='') as file:
        assert ''.join(out) == file.read(), 'the fixes make another text'
    return edits


def explained_edits(explained, text, clean):
    with open(text, 'rb') as file:
        source = file.read()
    out, at = [], 0
    changes = [edit for edit in load(explained) if 'new' in edit]
    for edit in changes:
        begin, end = edit['offset'], edit['end_offset']
        assert begin >= at and edit['rules'], edit
        assert source[begin:end].decode() == edit['old'], edit
        out += [source[at:begin], edit['new'].encode()]
        at = end
    out.append(source[at:])
    with open(clean, 'rb') as file:
        assert b''.join(out) == file.read(), 'the edits make another text'
    return changes


def main(words):
    if words[0] == 'fixes':
        print(len(fixes(*words[1:])), 'fixes')
    elif words[0] == 'edits':
        print(len(explained_edits(*words[1:])), 'edits')
    elif words[0] == 'moved':
        first, other = (sorted(map(fingerprint, read_sarif(path)))
                        for path in words[1:])
        same = sum(a == b for a, b in zip(first, other))
        print(same, 'of', len(first), 'the same')
        assert first == other
    else:
        found = len(READERS[words[0]](words[1]))
        print(found, 'findings')
        assert len(words) < 3 or found == int(words[2]), found


main(sys.argv[1:])
