/** Texts that break things elsewhere: kept by us, one kind of trouble after the other. */
export const naughtyStrings: readonly string[] = [
  'undefined', 'null', 'NaN', 'true', '0', '-1', '1e1000', '0x0', '00012', '1/0', '１２３',
  '=1+1', '+1+1', '-1+1', '@SUM(A1)', '=cmd|\' /C calc\'!A0', '\t=1+1', '\r=1', ' =1+1', '＝1+1', '＋1', '－1', '＠x', '=HYPERLINK("http://127.0.0.1","x")', '-', '+', '=', '@',
  '"', '""', '"quoted"', "'", "''", "O'Brien", 'a,b;c|d\te', 'line\nbreak', 'line\r\nbreak', 'bare\rreturn', '\n', '\\', '\\n', '%s%d%n', '%20', '%', '_', '`id`', '$(id)', '${7*7}', '{{7*7}}', '#{7}',
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', 'javascript:alert(1)', '<!--', ']]>', '&amp;&lt;', '&#x41;', '<b>bold</b>', '</title><script>x</script>',
  "'; drop table customers; --", "1' or '1'='1", 'a" OR "b', 'NEAR(a b)', 'a* b*', '^a', 'rowid:1', 'col:text', '(', '))', '*', 'AND OR NOT',
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', '../../etc/passwd', 'C:\\Windows\\system32', 'CON', 'nul.txt', 'file\u202Egpj.exe',
  'ÄÖÜäöüß', 'Ⅷ', 'ﬁ ligature', 'İstanbul', 'ıI', 'ΑΒΓ', 'Привет', 'שלום', 'مرحبا بالعالم', '你好，世界', 'こんにちは', '안녕하세요', 'สวัสดี', 'ⓗⓔⓛⓛⓞ', 'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮', 'é', 'e\u0301', '\u1e9b\u0323', 'Å', 'Ａ',
  '😀', '👩‍👩‍👧‍👦', '🇩🇪', '❤️', '🏳️‍🌈', '\u200b', 'a\u200bb', '\u2028', '\u2029', '\ufeff', '\u00a0', '\u00ad', '\u202e reversed', '\u2066isolated\u2069', '\ufffd', '\uffff', '\u{10ffff}', '\u{1f}', '\u0001\u0002', '\u001b[31mred', '\u0007', '\u0008', '\u007f',
  '_x0041_', '_x005F_', 'x'.repeat(10_000), ' ', '   leading and trailing   ', '\u3000', '0001-01-01', '9999-12-31', '1E5', '3-4', 'TRUE', '#REF!', '#N/A',
  'a\u0000b', '\u0000', '\ud800', '\udfff', 'x\ud83d',
];
