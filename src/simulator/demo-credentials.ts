/** The invented corp of the demo. None of it is a secret of anybody. */
export const demoCredentials = {
  corpId: 'ww0123456789abcdef',
  agentId: 1000002,
  secret: 'the-demo-has-no-secrets',
  token: 'demoTokenOfBranchAssistant',
  encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
};
