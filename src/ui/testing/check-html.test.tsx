import { describe, expect, test } from 'vitest'
import { faultsOf } from './check-html.ts'

// Each of these is a mistake that a component could make; the check has to see every one.
const MISTAKES: Record<string, string> = {
  'a control without label': '<input type="text" name="a" id="a">',
  'the same id twice': '<p id="a">x</p><p id="a">y</p>',
  'a description that leads nowhere':
    '<label for="a">A</label><input type="text" id="a" aria-describedby="b">',
  'a label that leads nowhere': '<label for="b">A</label>',
  'a group without legend': '<fieldset><label for="a">A</label><input type="radio" id="a"></fieldset>',
  'a picture without alternative': '<img src="/a.png">',
  required: '<label for="a">A</label><input type="text" id="a" required>',
  maxlength: '<label for="a">A</label><input type="text" id="a" maxlength="3">',
  'a placeholder': '<label for="a">A</label><input type="text" id="a" placeholder="A">',
  'a disabled button': '<button type="button" disabled>A</button>',
  'an inline style': '<p style="color: red">A</p>',
  'an inline script': '<p onclick="go()">A</p>',
  'a value that is no text': '<p>undefined</p>',
  'the browser checks switched on': '<form method="post" action="/a"><button type="submit">A</button></form>',
}

describe('faultsOf', () => {
  test.each(Object.entries(MISTAKES))('sees %s', (_, html) => {
    expect(faultsOf(html)).not.toEqual([])
  })

  test('finds nothing in sound HTML', () => {
    expect(faultsOf('<label for="a">A</label><input type="text" id="a" name="a">')).toEqual([])
  })
})
