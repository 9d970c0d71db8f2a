/**
 * The component library: the one door for pages. Components take plain, translated strings; fixed words come
 * as `words={uiWords(language)}`. Every component in every state stands at /stil.
 *
 *     <Page title="Kontakt – Baumfällung – Leuna" lang="de" styles={[assetUrl('styles.css')]} …>
 *       <ErrorSummary title={words.errors_title} errors={errors} />
 *       <h1>Kontakt</h1>
 *       <Form action="" csrf={csrf}>
 *         <TextField name="email" label="E-Mail-Adresse" type="email" value={shown.email} error={error.email} />
 *         <Actions><Button>Weiter</Button></Actions>
 *       </Form>
 *     </Page>
 */
export { AddressField, type AddressFieldProps, type AddressPart } from './address-field/address-field.tsx'
export { BackLink, type BackLinkProps } from './back-link/back-link.tsx'
export { Breadcrumb, type BreadcrumbProps } from './breadcrumb/breadcrumb.tsx'
export {
  Actions,
  Button,
  type ButtonKind,
  type ButtonProps,
  LinkButton,
  type LinkButtonProps,
} from './button/button.tsx'
export { Card, type CardProps } from './card/card.tsx'
export { Checkbox, type CheckboxProps } from './checkbox/checkbox.tsx'
export { type Chip, Chips } from './chips/chips.tsx'
export {
  Checkboxes,
  type CheckboxesProps,
  type Option,
  Radios,
  type RadiosProps,
  YesNo,
  type YesNoProps,
} from './choice/choice.tsx'
export { Confirm, type ConfirmProps } from './confirm/confirm.tsx'
export { DateField, type DateFieldProps } from './date-field/date-field.tsx'
export { Declaration, type DeclarationProps } from './declaration/declaration.tsx'
export { DemoBanner, type DemoBannerProps } from './demo-banner/demo-banner.tsx'
export {
  type Description,
  DescriptionList,
  type DescriptionListProps,
} from './description-list/description-list.tsx'
export { Details, type DetailsProps } from './details/details.tsx'
export { DocumentView, type DocumentViewProps } from './document-view/document-view.tsx'
export { EmptyState, type EmptyStateProps } from './empty-state/empty-state.tsx'
export { ErrorSummary, type ErrorSummaryProps } from './error-summary/error-summary.tsx'
export { Field, FieldGroup, type FieldProps } from './field/field.tsx'
export { describedBy, fieldHref, fieldId } from './field/field-id.ts'
export { Part, type PartProps } from './field/part.tsx'
export { FileList, type FileListProps, type ListedFile } from './file-list/file-list.tsx'
export { Footer, type FooterLink, type FooterLinks, type FooterProps } from './footer/footer.tsx'
export { Form, type FormProps } from './form/form.tsx'
export { GroupList, type GroupListProps } from './group-list/group-list.tsx'
export { Header, type HeaderLink, type HeaderProps, type LanguageLink } from './header/header.tsx'
export { Hero, type HeroProps } from './hero/hero.tsx'
export { Icon, type IconName, type IconProps } from './icon/icon.tsx'
export { LinkList, type LinkListProps, type ListedLink } from './link-list/link-list.tsx'
export { MapPoint, type MapPointProps } from './map-point/map-point.tsx'
export { MetaBar, type MetaBarProps } from './meta-bar/meta-bar.tsx'
export { Notification, type NotificationProps, type NotificationTone } from './notification/notification.tsx'
export { NumberField, type NumberFieldProps } from './number-field/number-field.tsx'
export { Page, type PageProps, renderDocument } from './page/page.tsx'
export { Pagination, type PaginationProps } from './pagination/pagination.tsx'
export { Panel, type PanelProps } from './panel/panel.tsx'
export { ParcelField, type ParcelFieldProps, type ParcelPart } from './parcel-field/parcel-field.tsx'
export { Progress, type ProgressProps } from './progress/progress.tsx'
export { Prose } from './prose/prose.tsx'
export { SaveNote, type SaveNoteProps } from './save-note/save-note.tsx'
export { SearchBox, type SearchBoxProps } from './search-box/search-box.tsx'
export { type OptionGroup, SelectField, type SelectFieldProps } from './select-field/select-field.tsx'
export { Stepper, type StepperProps, type StepState } from './stepper/stepper.tsx'
export { StylePage, type StylePageProps } from './style-page/style-page.tsx'
export { SummaryList, type SummaryListProps, type SummaryRow } from './summary-list/summary-list.tsx'
export { type Column, type Row, Table, type TableProps } from './table/table.tsx'
export { type Tab, Tabs } from './tabs/tabs.tsx'
export { Tag, type TagProps, type Tone } from './tag/tag.tsx'
export { type Task, TaskList } from './task-list/task-list.tsx'
export {
  type FieldWidth,
  LongTextField,
  type LongTextFieldProps,
  TextField,
  type TextFieldProps,
} from './text-field/text-field.tsx'
export { TimeField, type TimeFieldProps } from './time-field/time-field.tsx'
export { Timeline, type TimelineEntry } from './timeline/timeline.tsx'
export { TwoColumns, type TwoColumnsProps } from './two-columns/two-columns.tsx'
export { Upload, type UploadProps } from './upload/upload.tsx'
export { fill, uiWords, type Words, type WordsLanguage } from './words/words.ts'
