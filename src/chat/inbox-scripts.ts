import { redisScript } from '../redis/script.ts';

/*
 * The steps of the inbox that decide something, as scripts. An entry of a queue has three lines:
 *
 *   <identity>                    and ` late` after it once WeCom was told "received"
 *   <arrived> <claimed> <owner>   instants in milliseconds by Redis's clock, the one all replicas share;
 *                                 `0 -` while nobody is doing it
 *   <the saying as JSON>
 *
 * The first line is what a finished turn expects to find (`expectFirst`): as long as it is there,
 * unchanged, the saying is the member's next one, nobody has done it, and WeCom waits or does not wait
 * for its answer as the turn supposed.
 */
const entries = `
local function placeOf(identity, queue)
  for place, entry in ipairs(queue) do
    if string.match(entry, '^[^ \\n]*') == identity then return place end
  end
end
local function instant()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end
`;

/**
 * Puts a saying into its member's queue and claims the first one of the queue.
 *
 * KEYS   1 answer  2 queue  3 late  4 desk  5 roster:version
 * ARGV   1 identity  2 the saying as JSON, '' when it has to be in the queue already  3 owner
 *        4 lease in milliseconds  5 seconds a queue is kept without an arrival
 *        6 `late` when WeCom was told "received" and it is for us to see the turn done, else ''
 * answer {'answered', text} | {'waiting'} |
 *        {'begun', first line, JSON or '' for the saying just put there, milliseconds since it arrived,
 *         roster version, desk as field, value…}
 *
 * A claim from the future, which Redis's clock being set back leaves behind, counts for as little as
 * one that has lapsed.
 */
export const beginScript = redisScript(`${entries}
local answer = redis.call('GET', KEYS[1])
if answer and ARGV[6] == '' then return {'answered', answer} end

local queue = redis.call('LRANGE', KEYS[2], 0, -1)
if (answer or ARGV[2] == '') and not placeOf(ARGV[1], queue) then
  redis.call('HDEL', KEYS[3], ARGV[1])
  return {'answered', answer or ''}
end

local now = instant()
local claim = now .. ' ' .. ARGV[3]
local function begun(line, saying, arrived)
  return {'begun', line, saying, now - arrived, redis.call('GET', KEYS[5]) or '', redis.call('HGETALL', KEYS[4])}
end
if not placeOf(ARGV[1], queue) then
  local isFirst = #queue == 0
  local entry = ARGV[1] .. '\\n' .. now .. ' ' .. (isFirst and claim or '0 -') .. '\\n' .. ARGV[2]
  redis.call('RPUSH', KEYS[2], entry)
  redis.call('EXPIRE', KEYS[2], ARGV[5])
  if isFirst then return begun(ARGV[1], '', now) end
end

local line, arrived, claimed, owner, saying = string.match(queue[1], '^([^\\n]*)\\n(%d+) (%d+) (%S+)\\n(.*)$')
if not line then
  line, arrived, claimed, owner, saying = string.match(queue[1], '^[^\\n]*'), now, 0, '-', ''
end
if owner ~= ARGV[3] and math.abs(now - claimed) < tonumber(ARGV[4]) then return {'waiting'} end
redis.call('LSET', KEYS[2], 0, line .. '\\n' .. arrived .. ' ' .. claim .. '\\n' .. saying)
return begun(line, saying, arrived)
`);

/**
 * Notes that WeCom is told "received" instead of the answer, unless there is an answer.
 *
 * KEYS   1 answer  2 queue  3 late
 * ARGV   1 identity  2 the saying as JSON  3 userid  4 seconds the answer and the queue are kept
 * answer the answer there is, else nil
 */
export const acknowledgeScript = redisScript(`${entries}
local answer = redis.call('GET', KEYS[1])
if answer then return answer end
local queue = redis.call('LRANGE', KEYS[2], 0, -1)
local place = placeOf(ARGV[1], queue)
if place then
  local rest = string.match(queue[place], '\\n.*$')
  redis.call('LSET', KEYS[2], place - 1, ARGV[1] .. ' late' .. (rest or ''))
else
  redis.call('RPUSH', KEYS[2], ARGV[1] .. ' late\\n' .. instant() .. ' 0 -\\n' .. ARGV[2])
end
redis.call('EXPIRE', KEYS[2], ARGV[4])
redis.call('HSET', KEYS[3], ARGV[1], ARGV[3])
redis.call('SET', KEYS[1], '', 'EX', ARGV[4])
return nil
`);

/**
 * Takes a saying out of its queue before its turn is done; one that is done stays done.
 *
 * KEYS   1 answer  2 queue  3 late
 * ARGV   1 identity
 * answer its answer when it is done, else nil
 */
export const withdrawScript = redisScript(`${entries}
local queue = redis.call('LRANGE', KEYS[2], 0, -1)
local place = placeOf(ARGV[1], queue)
if not place then return redis.call('GET', KEYS[1]) end
redis.call('LREM', KEYS[2], 1, queue[place])
if redis.call('HDEL', KEYS[3], ARGV[1]) == 1 then redis.call('DEL', KEYS[1]) end
return nil
`);
