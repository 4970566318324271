import { DEFAULT_SCHEME, ownKinds, type Scheme } from '../../scheme/scheme.ts';
import type { AnnotatedText, TextFile } from '../annotation.ts';
import { toGraph } from '../graph.ts';
import { toLabel } from '../labels.ts';
import { escapeXml } from '../xml.ts';

const COLOURS: Readonly<Record<string, string>> = {
  person: '#1f77b4',
  country: '#c88a00',
  date: '#2ca02c',
  quote: '#9467bd',
};

/**
 * The labelling interface of Label Studio for the articles: every label, relation and attribute that is used there or that
 * the folder's scheme brings.
 */
export function configureLabelStudio(
  articles: readonly AnnotatedText[],
  scheme: Scheme = DEFAULT_SCHEME,
): readonly TextFile[] {
  const roles = new Set(scheme.kinds.flatMap(({ parts }) => parts));
  const kinds = new Set([...scheme.kinds.map(({ name }) => name), ...roles]);
  const keys = new Set(ownKinds(scheme).flatMap(({ attributes }) => attributes.map(({ name }) => name)));
  for (const { marks } of articles) {
    const { nodes, edges } = toGraph(marks);
    for (const { kind, attributes } of nodes) {
      kinds.add(kind);
      for (const key of Object.keys(attributes)) keys.add(key);
    }
    for (const { role } of edges) roles.add(role);
  }
  const lines = [
    '<View>',
    '  <Labels name="label" toName="text">',
    ...Array.from(kinds, (kind) => {
      const colour = COLOURS[kind] === undefined ? '' : ` background="${COLOURS[kind]}"`;
      return `    <Label value="${escapeXml(toLabel(kind))}"${colour}/>`;
    }),
    '  </Labels>',
    '  <Relations>',
    ...Array.from(roles, (role) => `    <Relation value="${escapeXml(toLabel(role))}"/>`),
    '  </Relations>',
    '  <Text name="text" value="$text"/>',
    ...Array.from(
      keys,
      (key) =>
        `  <TextArea name="${escapeXml(key)}" toName="text" perRegion="true" maxSubmissions="1" editable="true"/>`,
    ),
    '</View>',
  ];
  return [{ name: 'label-studio-config.xml', content: `${lines.join('\n')}\n` }];
}
