import { workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AgreementParams, AgreementPicture } from '../../server/requests/layers.ts';

/** The side files of the workspace. */
export async function listSides(client: BaseLanguageClient): Promise<readonly string[]> {
  const files = await workspace.findFiles('**/*.marks.jsonl', '**/node_modules/**');
  return files.map((file) => client.code2ProtocolConverter.asUri(file));
}

/** Asks how far the annotators of an article agree, without one those of the workspace. */
export async function askAgreement(
  client: BaseLanguageClient,
  article: string | undefined,
): Promise<AgreementPicture> {
  const params: AgreementParams = {
    sides: await listSides(client),
    ...(article !== undefined && { article }),
  };
  return client.sendRequest<AgreementPicture>('newsmark/agreement', params);
}
