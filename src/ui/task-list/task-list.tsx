import { Tag, type Tone } from '../tag/tag.tsx'

export interface Task {
  title: string
  /** Missing while the task cannot be begun; the state says why. */
  href?: string | undefined
  hint?: string | undefined
  state: { text: string; tone: Tone }
}

/** What is to be done, in order, each with its state in words. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ol class="th-tasks">
      {tasks.map(({ title, href, hint, state }) => (
        <li key={title} class="th-tasks__item">
          <div class="th-tasks__about">
            {href ? <a href={href}>{title}</a> : <span>{title}</span>}
            {hint && <p class="th-muted">{hint}</p>}
          </div>
          <Tag tone={state.tone}>{state.text}</Tag>
        </li>
      ))}
    </ol>
  )
}
