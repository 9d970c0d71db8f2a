import { remedyInstruction } from '#packages/delivery-law/index.ts'
import type { NoticeLetter, ReceiptLetter } from './model.ts'

const leuna = ['Rathausstraße 1', '06237 Leuna'] as const

/** A small shield with a tree; drawn here, no town's real arms. */
const shield = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 48"><path d="M2 2h36v24c0 12-9 18-18 20C11 44 2 38 2 26z" fill="#fff" stroke="#1f3d2b" stroke-width="2"/><path d="M20 9l9 12h-5l6 8H22v8h-4v-8h-8l6-8h-5z" fill="#2f6b45"/></svg>`

const remedy = remedyInstruction({
  state: 'ST',
  body: 'town-in-district',
  task: 'own',
  levy: true,
  authority: ['Stadt Leuna', ...leuna],
})

const p = (text: string) => ({ kind: 'p', text }) as const

/** Ines Hartwig's permit, as tests and the bench set it. */
export const noticeExample: NoticeLetter = {
  language: 'de',
  title: 'Bescheid über die Fällung eines Baumes – Stadt Leuna',
  created: new Date('2026-11-21T10:00:00Z'),
  head: {
    authority: 'Stadt Leuna',
    office: 'Fachbereich Bau und Ordnung · Grünflächen',
    address: leuna,
    arms: { bytes: Buffer.from(shield), type: 'svg', alt: 'Schild mit einem Baum' },
  },
  recipient: ['Ines Hartwig', 'Rathausstraße 14', '06237 Leuna'],
  delivery: 'Elektronisch bereitgestellt in Ihrem Postfach',
  fileNumber: '67.22.01-2026-0147',
  date: '21. November 2026',
  applicationDate: '3. November 2026',
  contact: { name: 'Jörg Weber', phone: '03461 840-000', email: 'gruen@leuna.example' },
  kind: 'Bescheid',
  subject: 'Fällung einer Kiefer auf dem Grundstück Rathausstraße 14, 06237 Leuna',
  opening: [p('Guten Tag Ines Hartwig,'), p('auf Ihren Antrag vom 3. November 2026 entscheiden wir:')],
  operative: [
    [
      p('Sie dürfen diesen Baum fällen:'),
      {
        kind: 'table',
        head: ['Baum', 'Art', 'Stammumfang in 1,00 m Höhe', 'Maßnahme'],
        rows: [['1', 'Gemeine Kiefer (Pinus sylvestris)', '118 cm', 'Fällung']],
        widths: [1, 4, 3, 2],
      },
    ],
    [p('Die Genehmigung gilt bis zum 28. Februar 2027.')],
    [p('Sie tragen die Kosten des Verfahrens.')],
  ],
  ancillary: [
    [p('Sie dürfen den Baum nur vom 1. Oktober bis zum 28. Februar fällen.')],
    [
      p('Ersatzpflanzung: Pflanzen Sie bis zum 30. November 2027 auf demselben Grundstück'),
      {
        kind: 'list',
        items: ['einen standortgerechten Laubbaum', 'mit einem Stammumfang von mindestens 12 bis 14 cm.'],
      },
      p('Zeigen Sie uns die Pflanzung mit einem Foto im Portal an.'),
    ],
  ],
  reasons: [
    { kind: 'heading', text: 'Sachverhalt' },
    p(
      'Sie haben am 3. November 2026 die Fällung einer Kiefer beantragt, die seit dem Sturm vom 24. Oktober 2026 schief steht. Unser Baumkontrolleur hat den Baum am 12. November 2026 angesehen. Die Wurzelplatte ist auf der Westseite angehoben, der Baum ist nicht mehr standsicher.',
    ),
    { kind: 'heading', text: 'Rechtliche Würdigung' },
    p(
      'Der Baum ist nach der Baumschutzsatzung der Stadt Leuna geschützt. Die Satzung erlaubt die Fällung, wenn von dem Baum eine Gefahr ausgeht, die sich mit zumutbarem Aufwand nicht anders abwenden lässt. So liegt es hier: Ein Rückschnitt der Krone stellt die Standsicherheit nicht wieder her.',
    ),
    p(
      'Die Ersatzpflanzung gleicht den Verlust aus. Wir haben dabei Ihr Interesse an einem freien Vorgarten und das öffentliche Interesse am Baumbestand abgewogen und uns auf einen Baum beschränkt.',
    ),
  ],
  costs: [
    p(
      'Für diese Entscheidung erheben wir eine Gebühr von 45,00 €. Bitte zahlen Sie bis zum 21. Dezember 2026.',
    ),
  ],
  remedy: { heading: remedy.heading, blocks: remedy.blocks },
  signature: {
    form: 'name',
    closing: ['Mit freundlichen Grüßen', 'Im Auftrag'],
    name: 'Jörg Weber',
    role: 'Sachbearbeiter',
  },
  writtenForm: false,
  attachments: [],
  hints: [
    ...remedy.hints.map(p),
    p(
      'Der Artenschutz gilt das ganze Jahr (§ 44 Bundesnaturschutzgesetz). Finden Sie ein besetztes Nest oder eine Höhle mit Tieren, hören Sie auf und rufen Sie uns an.',
    ),
  ],
}

/** The receipt of an application with as many trees as wanted. */
export function receiptExample(trees: number): ReceiptLetter {
  return {
    language: 'de',
    title: 'Eingangsbestätigung – Baum fällen – Stadt Leuna',
    created: new Date('2026-11-03T13:30:00Z'),
    head: noticeExample.head,
    recipient: ['Ines Hartwig', 'Rathausstraße 14', '06237 Leuna'],
    number: 'LEU-2026-7K4M-92QX',
    received: '3. November 2026, 14:30 Uhr',
    portal: 'Portal der Stadt Leuna',
    contact: noticeExample.contact,
    service: 'Baum fällen oder stark zurückschneiden – Genehmigung beantragen',
    opening: [
      p('Guten Tag Ines Hartwig,'),
      p('Ihr Antrag ist vollständig bei uns eingegangen. Vielen Dank.'),
    ],
    next: [
      {
        kind: 'numbers',
        items: [
          'Das Grünflächenamt der Stadt Leuna prüft Ihre Angaben.',
          'Fehlt etwas, fragen wir in Ihrem Postfach nach.',
          'Sie bekommen den Bescheid in Ihrem Postfach, meist innerhalb von vier Wochen.',
        ],
      },
    ],
    sections: [
      {
        title: 'Wer beantragt',
        answers: [
          { question: 'Name', answer: 'Ines Hartwig' },
          { question: 'Adresse', answer: 'Rathausstraße 14\n06237 Leuna' },
          { question: 'Ich bin', answer: 'Eigentümerin des Grundstücks' },
        ],
      },
      {
        title: 'Bäume',
        answers: [],
        entries: Array.from({ length: trees }, (_, i) => ({
          title: `Baum ${i + 1}`,
          answers: [
            { question: 'Art', answer: 'Gemeine Kiefer (Pinus sylvestris)' },
            { question: 'Stammumfang in 1,00 m Höhe', answer: `${100 + i} cm` },
            { question: 'Zustand', answer: 'umsturzgefährdet' },
            { question: 'Was möchten Sie tun?', answer: 'Fällung' },
          ],
        })),
      },
    ],
    files: [
      { name: 'Kiefer von Süden.jpg', size: '2,4 MB', sha256: 'a3f1'.repeat(16) },
      { name: 'Lageplan.pdf', size: '310 kB', sha256: '09be'.repeat(16) },
    ],
    hints: [p('Bewahren Sie diese Bestätigung auf. Sie ist der Nachweis, dass Ihr Antrag eingegangen ist.')],
  }
}
