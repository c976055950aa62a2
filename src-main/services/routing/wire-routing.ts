import type { ConsoleContext } from '../console-context.ts';
import { wired } from '../wired.ts';
import { copyForm, earlierForms } from './copy-form.ts';
import { findCaller } from './find-caller.ts';
import { importList } from './import-list.ts';
import { recordRealCall } from './record-real-call.ts';

/** The channels of the routing form besides saving it. */
export function wireRouting(context: ConsoleContext) {
  return {
    'routing/caller': wired<'routing/caller'>('case/read', ({ text }) => findCaller(context, text)),
    'routing/import-list': wired<'routing/import-list'>('case/write', (request, actor) => importList(context, actor, request)),
    'routing/earlier-forms': wired<'routing/earlier-forms'>('case/write', (request) => earlierForms(context, request)),
    'routing/copy-form': wired<'routing/copy-form'>('case/write', (request, actor) => copyForm(context, actor, request)),
    'routing/record-real-call': wired<'routing/record-real-call'>('case/write', (request, actor) => recordRealCall(context, actor, request)),
  };
}
