/** One published example of the callback's encryption. */
export interface PublishedVector {
  readonly name: string;
  readonly token: string;
  readonly encodingAesKey: string;
  readonly receiveId: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly signature: string;
  readonly encrypt: string;
  /** The 16 leading bytes, in hex. */
  readonly random: string;
  readonly message: string;
}

/**
 * V1–V10 come from WeCom's official samples and its test tool and from the test suites of go-workwx
 * and wechatpy; S1–S3 were made with the official library @wecom/crypto (protocol §1.11, §1.12).
 * None of them is a secret of anybody.
 */
export const publishedVectors: readonly PublishedVector[] = [
  {
    name: 'V1, Official sample, URL verification (GET)',
    token: 'QDG6eK',
    encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
    receiveId: 'wx5823bf96d3bd56c7',
    timestamp: '1409659589',
    nonce: '263014780',
    signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
    encrypt: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
    random: '63343162363434393163323436386430',
    message: '1616140317555161061',
  },
  {
    name: 'V2, Official sample, message POST',
    token: 'QDG6eK',
    encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
    receiveId: 'wx5823bf96d3bd56c7',
    timestamp: '1409659813',
    nonce: '1372623149',
    signature: '477715d11cdb4164915debcba66cb864d751f3e6',
    encrypt:
      'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==',
    random: '30393630363838393332633437656631',
    message:
      '<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName>\n<FromUserName><![CDATA[mycreate]]></FromUserName>\n<CreateTime>1409659813</CreateTime>\n<MsgType><![CDATA[text]]></MsgType>\n<Content><![CDATA[hello]]></Content>\n<MsgId>4561255354251345929</MsgId>\n<AgentID>218</AgentID>\n</xml>',
  },
  {
    name: 'V3, Official Python sample, URL verification',
    token: 'hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo',
    encodingAesKey: '6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt',
    receiveId: 'ww1436e0e65a779aee',
    timestamp: '1476416373',
    nonce: '47744683',
    signature: '012bc692d0a58dd4b10f8dfe5c4ac00ae211ebeb',
    encrypt: 'fsi1xnbH4yQh0+PJxcOdhhK6TDXkjMyhEPA7xB2TGz6b+g7xyAbEkRxN/3cNXW9qdqjnoVzEtpbhnFyq6SVHyA==',
    random: '38393038643066663035326166646130',
    message: '1288432023552776189',
  },
  {
    name: 'V4, Official Python sample, message POST (non-ASCII text)',
    token: 'hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo',
    encodingAesKey: '6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt',
    receiveId: 'ww1436e0e65a779aee',
    timestamp: '1476422779',
    nonce: '1597212914',
    signature: '0c3914025cb4b4d68103f6bfc8db550f79dcf48e',
    encrypt:
      'Kl7kjoSf6DMD1zh7rtrHjFaDapSCkaOnwu3bqLc5tAybhhMl9pFeK8NslNPVdMwmBQTNoW4mY7AIjeLvEl3NyeTkAgGzBhzTtRLNshw2AEew+kkYcD+Fq72Kt00fT0WnN87hGrW8SqGc+NcT3mu87Ha3dz1pSDi6GaUA6A0sqfde0VJPQbZ9U+3JWcoD4Z5jaU0y9GSh010wsHF8KZD24YhmZH4ch4Ka7ilEbjbfvhKkNL65HHL0J6EYJIZUC2pFrdkJ7MhmEbU2qARR4iQHE7wy24qy0cRX3Mfp6iELcDNfSsPGjUQVDGxQDCWjayJOpcwocugux082f49HKYg84EpHSGXAyh+/oxwaWbvL6aSDPOYuPDGOCI8jmnKiypE+',
    random: '36393463653561383361653037666533',
    message:
      '<xml><ToUserName>ww1436e0e65a779aee</ToUserName><FromUserName>ChenJiaShun</FromUserName><CreateTime>1476422779</CreateTime><MsgType>text</MsgType><Content>你好</Content><MsgId>1456453720</MsgId><AgentID>1000002</AgentID></xml>',
  },
  {
    name: 'V5, Produced by the official web test tool (shipped in go-workwx), URL verification',
    token: 'kjr2TKI8umCBfVF3wAHk8JiPwma5VBme',
    encodingAesKey: '4Ma3YBrSBbX2aez8MJpXGBne5LSDwgGqHbhM9WPYIws',
    receiveId: 'ww6a112864f8022910',
    timestamp: '1583940690',
    nonce: 'VHh7ymSeb0jc4lSb',
    signature: '1ba3cb09c0d2c2b3ed6900d37f91a6efae6cb011',
    encrypt: '6KmUQuPVu7UhjyVqRdbo5SfcRqaHvbUlKSHFvBV2ZuR6TIlKsygcfeSd1GDplg1C5KSKr6UPHCaC/nIX3ZNt9w==',
    random: '35514d735963776a5239357432766d43',
    message: '94966531020182955848408',
  },
  {
    name: 'V6, go-workwx, message POST (random prefix is not ASCII)',
    token: 'kz7Yx62CH8SaLN',
    encodingAesKey: 'cD0d7jx4tYvVtzqrmh3Dm3QFCXe6f8SlHoMtMh3qQEP',
    receiveId: 'ww6a112864f8022910',
    timestamp: '1583995625',
    nonce: '1584392382',
    signature: 'f265ae551b1932727204c3d707628d01376a6940',
    encrypt:
      'EUCt7xMcNiyASzZj0Hjc5yDjFQrCum6AfQ3ntHiUzjGQ51xieKmbvtrZ40/EcB2W/W8yH0n4Lqx48gJl/T9HD/R309I0P/r5pIZucK3lyEn48FYMr4YdE0QdL2jIJ3xkcXUr6uzefzCxG6lMvwpAJaOyVCzN7sRRw47njfxy5EIqU6R9ZBhlTzfdnhhOhK/nTwzrZX3SoGlXFA9OBeZ6ru1NWpXFk76x9DUMe0lcxPPiUqK8ctnQcYXSGUHVqC6DfG7E7mab0OmruNN8cBZY5d3dYOBA4OgaH55Q0AJmUpdT8vNiXpXx+6TxT3TIjySXpDrHVyrsb772aYywgg/Nu4kUmGkALwFZlzhjNegR7wDwb9lr4ERXsSSS8JZ8lbBmaQ3F2Tq584xoPj5rIhXAF734ynm4no1g+SdHiNqR328=',
    random: '21e33070c56d1ca4e4fa84ace71334f6',
    message:
      '<xml><ToUserName><![CDATA[ww6a112864f8022910]]></ToUserName><FromUserName><![CDATA[foobar]]></FromUserName><CreateTime>1583995625</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[x123]]></Content><MsgId>2018405441</MsgId><AgentID>1000002</AgentID></xml>',
  },
  {
    name: 'V7, wechatpy test-suite, URL verification',
    token: '123456',
    encodingAesKey: 'kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR',
    receiveId: 'wx49f0ab532d5d035a',
    timestamp: '1411443780',
    nonce: '437374425',
    signature: 'dd6b9c95b495b3f7e2901bfbc76c664930ffdb96',
    encrypt: '4ByGGj+sVCYcvGeQYhaKIk1o0pQRNbRjxybjTGblXrBaXlTXeOo1+bXFXDQQb1o6co6Yh9Bv41n7hOchLF6p+Q==',
    random: '32333034666332666531343666316638',
    message: '5927782489442352469',
  },
  {
    name: 'V8, wechatpy test-suite, message POST (padding byte 1)',
    token: '123456',
    encodingAesKey: 'kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR',
    receiveId: 'wx49f0ab532d5d035a',
    timestamp: '1411525903',
    nonce: '461056294',
    signature: '74d92dfeb87ba7c714f89d98870ae5eb62dff26d',
    encrypt:
      'RgqEoJj5A4EMYlLvWO1F86ioRjZfaex/gePD0gOXTxpsq5Yj4GNglrBb8I2BAJVODGajiFnXBu7mCPatfjsu6IHCrsTyeDXzF6Bv283dGymzxh6ydJRvZsryDyZbLTE7rhnus50qGPMfp2wASFlzEgMW9z1ef/RD8XzaFYgm7iTdaXpXaG4+BiYyolBug/gYNx410cvkKR2/nPwBiT+P4hIiOAQqGp/TywZBtDh1yCF2KOd0gpiMZ5jSw3e29mTvmUHzkVQiMS6td7vXUaWOMZnYZlF3So2SjHnwh4jYFxdgpkHHqIrH/54SNdshoQgWYEvccTKe7FS709/5t6NMxuGhcUGAPOQipvWTT4dShyqio7mlsl5noTrb++x6En749zCpQVhDpbV6GDnTbcX2e8K9QaNWHp91eBdCRxthuL0=',
    random: '65633930623135333033353864346433',
    message:
      '<xml><ToUserName><![CDATA[wx49f0ab532d5d035a]]></ToUserName>\n<FromUserName><![CDATA[messense]]></FromUserName>\n<CreateTime>1411525903</CreateTime>\n<MsgType><![CDATA[text]]></MsgType>\n<Content><![CDATA[test]]></Content>\n<MsgId>4363689963896700987</MsgId>\n<AgentID>1</AgentID>\n</xml>',
  },
  {
    name: 'V9, Official JSON sample (receiveid mismatch case)',
    token: 'hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo',
    encodingAesKey: '6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt',
    receiveId: 'ww1436e0e65a779aee',
    timestamp: '1409659813',
    nonce: '1372623149',
    signature: 'e3647471e395139e2308c1fa963f2d648a00b90e',
    encrypt:
      'cjhLUX7UU4yCSelv1vz7T0zT8huF51bAMVWriNvO1FMegHrQZNrtvRxbwf0fUPsFvwqR0U0fgiJNEA5Y30F2MoI2S7vv3EjVQ68C0cjw9frBoUE2Hj0BvFp9h3u6Vbsg4lc1C8AtHdaN8orKuNKkLRLuYEL52R1J3v8olJGZRLnRdVKIivixmX/eQpzgeExtp20jI1HxRP1AAZ6xZoILdqDPO549LO4WeG+685JRUTdiwcY5fjZlqeMxuT4PpMn1X9OWsS7NRj06Wa5E3Tvg4twjWp39KPfOdRte6P1T4JU=',
    random: '644456585278366b6e31674f54343351',
    message:
      '{ "ToUserName": "wx5823bf96d3bd56c7", "FromUserName": :mycreate", "CreateTime": 1409659813, "MsgType": "text", "Content": "hello", "MsgId": 4561255354251345929, "AgentID": 218}',
  },
  {
    name: 'V10, wechatpy test-suite, deterministic encryption of a reply',
    token: '123456',
    encodingAesKey: 'kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR',
    receiveId: 'wx49f0ab532d5d035a',
    timestamp: '1411525903',
    nonce: '461056294',
    signature: '407518b7649e86ef23978113f92d27afa9296533',
    encrypt:
      '9s4gMv99m88kKTh/H8IdkOiMg6bisoy3ypwy9H4hvSPe9nsGaqyw5hhSjdYbcrKk+j3nba4HMOTzHrluLBYqxgNcBqGsL8GqxlhZgURnAtObvesEl5nZ+uBE8bviY0LWke8Zy9V/QYKxNV2FqllNXcfmstttyIkMKCCmVbCFM2JTF5wY0nFhHZSjPUL2Q1qvSUCUld+/WIXrx0oyKQmpB6o8NRrrNrsDf03oxI1p9FxUgMnwKKZeOA/uu+2IEvEBtb7muXsVbwbgX05UPPJvFurDXafG0RQyPR+mf1nDnAtQmmNOuiR5MIkdQ39xn1vWwi1O5oazPoQJz0nTYjxxEE8kv3kFxtAGVRe3ypD3WeK2XeFYFMNMpatF9XiKzHo3',
    random: '31323334353637383930313233343536',
    message:
      '<xml>\n<MsgType><![CDATA[text]]></MsgType>\n<Content><![CDATA[test]]></Content>\n<FromUserName><![CDATA[wx49f0ab532d5d035a]]></FromUserName>\n<ToUserName><![CDATA[messense]]></ToUserName>\n<AgentID>1</AgentID>\n<CreateTime>1411525903</CreateTime>\n</xml>',
  },
  {
    name: 'S1, aibot JSON callback, receiveid empty',
    token: 'QDG6eK',
    encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
    receiveId: '',
    timestamp: '1700000000',
    nonce: 'nonce123',
    signature: '0358fe3993b612052b7a51bb1b9b0fed220010e5',
    encrypt:
      'sKqRbbiSUnDhFHOvPjtUMeASTJc3VZXuS2PHixDkIe3vqB10C1Izp4h0FM0f/yPYCCP7fzSu6WCdSJX49KQR5QTQWCsollDdGtWO/l0RbAAqoEpkGuzx6fwhg82ThzT897Fjk4+68jGotRwj4dM1BZOYmrrcfi8VZuTeKTjYdqV6oVQX4axGgAlexPy/1ClKmcasjW9pjFfgqGH98dL1oQ==',
    random: '30313233343536373839616263646566',
    message:
      '{"msgid":"m1","aibotid":"b1","chattype":"single","from":{"userid":"alice"},"msgtype":"text","text":{"content":"你好 bot"}}',
  },
  {
    name: 'S2, passive text reply',
    token: 'QDG6eK',
    encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
    receiveId: 'wx5823bf96d3bd56c7',
    timestamp: '1700000001',
    nonce: '42',
    signature: '6913177728ea3cb936ce2790f82cc9ba4970aabf',
    encrypt:
      'P9TP8OO8ZpJE35Ha/87+5Djqts2VWK5CouqO/XbRYNBsYUs0Z6v5pBKtDPiDW7pDp+zwEgZKumTGB5mk9kj3ZjrUgu7TafMG5TsOIQgcHFPXr4hFxEuL2fPykEKNiLK2C4JIem10RWK7j5+CChExRyrxBYd78SuOsBi4VdT0wa+qCmkUCuai1imfFU0A7FpXkaGJbTCmNh1CEuZtOYQS5Kp/zAH/W7wpjx56GX23fz8I0VH1Ax83mDUZFWA0Olay7JU5rt2L3CDd600AalokjhVRIq7HXAIUukE7fjMJ4yuhrD9z1oNZZkvlvHFigoYfqkeGzheEmywJ17p/wc1EqUcaFir/f2pcc7RQUj8AkBVzKmEdIf7B2PY5Gnc9ZcTK',
    random: '66656463626139383736353433323130',
    message:
      '<xml><ToUserName><![CDATA[alice]]></ToUserName><FromUserName><![CDATA[wx5823bf96d3bd56c7]]></FromUserName><CreateTime>1700000001</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[收到]]></Content></xml>',
  },
  {
    name: 'S3, a whole block of padding (32)',
    token: 'QDG6eK',
    encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
    receiveId: '',
    timestamp: '1700000002',
    nonce: '7',
    signature: '0ec6e606251b504d002683fb63d14cd51bb2d8c8',
    encrypt: 'sKqRbbiSUnDhFHOvPjtUMT04SBXqyecnV0R+mVLqu11Se0CAxtEP8Zs4hONFU+GhnY2XmfYUSF/20UR5dRgc0w==',
    random: '30313233343536373839616263646566',
    message: 'xxxxxxxxxxxx',
  },
];
