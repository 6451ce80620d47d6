import { yaml } from '@codemirror/lang-yaml';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import type { Diagnostic } from '@codemirror/lint';
import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import CodeMirror from '@uiw/react-codemirror';
import { useEffect, useImperativeHandle, useMemo, useState } from 'react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppearance } from '../../app/appearance.js';

export interface LineProblem {
  line?: number;
  path: string;
  rule: string;
  message: string;
}

export interface EditorHandle {
  /** Puts the caret at the beginning of a line, counted from 1, and the line into view. */
  goTo: (line: number) => void;
}

const plain = EditorView.theme({ '&': { fontSize: '13px' } });
/** The library's dark ground leaves its own words 3.9 to 1. */
const darker = EditorView.theme({
  '&.cm-editor': { backgroundColor: '#14171b' },
  '&.cm-editor .cm-gutters': { backgroundColor: '#14171b' },
});

/** YAML or JSON with line numbers; lines with problems are marked. Tab leaves it, as in any field. */
export function TextEditor(props: {
  value: string;
  label: string;
  height: string;
  problems?: readonly LineProblem[];
  /** What it was: what changed since then is marked, the rest folded away. */
  original?: string;
  onChange?: (value: string) => void;
  ref?: Ref<EditorHandle>;
}) {
  const { t } = useTranslation('admin');
  const { isDark } = useAppearance();
  const [view, setView] = useState<EditorView>();
  const { value, label, height, problems, original, onChange, ref } = props;
  const extensions = useMemo(() => {
    const phrases = t('editor.phrases', { returnObjects: true }) as Record<string, string>;
    return [
      ...[yaml(), lintGutter(), plain, EditorView.lineWrapping],
      // It takes the focus without saying so, where those who check a page look for it.
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      ...(isDark ? [darker] : []),
      EditorState.phrases.of(phrases),
      ...(original === undefined ? [] : [changesSince(original)]),
    ];
  }, [isDark, label, original, t]);
  useImperativeHandle(
    ref,
    () => ({
      goTo: (line) => {
        if (!view) return;
        const { from } = view.state.doc.line(Math.min(line, view.state.doc.lines));
        view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
        view.focus();
      },
    }),
    [view],
  );
  useEffect(() => {
    if (!view) return;
    view.dispatch(setDiagnostics(view.state, toDiagnostics(view.state, problems ?? [])));
  }, [view, problems, value]);
  return (
    <div className="admin-editor">
      <CodeMirror
        value={value}
        height={height}
        theme={isDark ? 'dark' : 'light'}
        extensions={extensions}
        indentWithTab={false}
        readOnly={onChange === undefined}
        onChange={onChange}
        onCreateEditor={setView}
      />
    </div>
  );
}

const changesSince = (original: string) =>
  unifiedMergeView({
    original,
    mergeControls: false,
    collapseUnchanged: { margin: 2, minSize: 6 },
  });

function toDiagnostics({ doc }: EditorState, problems: readonly LineProblem[]): Diagnostic[] {
  return problems.flatMap(({ line, message }) => {
    if (line === undefined || line > doc.lines) return [];
    const { from, to } = doc.line(line);
    return [{ from, to, severity: 'error' as const, message }];
  });
}
