import { redisScript } from '../redis/script.ts';
import { repeatableFor } from './duplicate-check.ts';
import { between } from './entry-record.ts';
import { mostPerHour, mostPerMinute, seriesPerHour, seriesPerMinute, windowsLua } from './rate-windows.ts';
import { spendLua } from './spending.ts';

/**
 * Takes the recipients' shares of the minute, the hour and the day, all or none, and writes down that
 * from now on WeCom may have this message, and with which bytes. The recipients are read from the
 * entry's record, and only where they are needed.
 *
 * KEYS   entries, bodies, tried, followers, unreachable, quota, series, sizes, the keys of both rate windows
 * ARGV   entry id; body; its series; number of the day; most person-times for it on a day, or ''; 'closed'
 *        when the hours in which it may begin are over
 * answer {'gone'}, or a kind, the entry that waits for this one or '', now, and
 *        for 'bodiless', 'closed' and 'spent' nothing; for 'tooLate' tried;
 *        for 'full' 1 if tried before, ms until the next minute, userids…;
 *        for 'go' the body of the first try or '' when this is it, tried, ms until the next minute, how
 *        it was counted, userids that were unreachable (of several recipients perhaps also others)…
 */
export const beginScript = redisScript(
  `${windowsLua}${spendLua}
local entries, bodies, tries, followers, unreachable, quota, series, sizes =
  KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7], KEYS[8]
local id, own, day, most = ARGV[1], ARGV[3], ARGV[4], tonumber(ARGV[5])
local size = tonumber(redis.call('HGET', sizes, id) or 1)

if redis.call('HEXISTS', entries, id) == 0 then return { 'gone' } end
local follower = redis.call('HGET', followers, id) or ''
local tried = redis.call('HGET', tries, id)
if tried and now - tried > ${repeatableFor} then return { 'tooLate', follower, now, tried } end
local before = redis.call('HGET', bodies, id)
local body = before or ARGV[2]
if body == '' then return { 'bodiless', follower, now } end
if not tried then
  if ARGV[6] == 'closed' then return { 'closed', follower, now } end
  if most and spent(quota, day) + size > most then return { 'spent', follower, now } end
end

local people
local function recipients()
  if people then return people end
  people = {}
  local record = redis.call('HGET', entries, id)
  local head = string.find(record, '\\n', 1, true)
  for person in string.gmatch(string.lower(string.sub(record, head + 1)), '[^${between}]+') do
    people[#people + 1] = person
  end
  return people
end

-- Each window: its two counts, and how many messages to one person alone still leave room for this one.
local minute, hour = { KEYS[10], KEYS[11] }, { KEYS[13], KEYS[14] }
local function since(from) return redis.call('ZCOUNT', series, from, '+inf') end
local minuteFrom = turn(KEYS[9], KEYS[10], KEYS[11], 60)
local hourFrom = turn(KEYS[12], KEYS[13], KEYS[14], 3600)
local left = 60000 - now % 60000
local inMinute, inHour = since(minuteFrom), since(hourFrom)
local last = size > 1 and tonumber(redis.call('ZSCORE', series, own) or 0)
local isSeries = last and (last >= minuteFrom or (inMinute < ${seriesPerMinute} and inHour < ${seriesPerHour}))
minute.room = ${mostPerMinute} - inMinute - ((isSeries and last >= minuteFrom) and 0 or 1)
hour.room = ${mostPerHour} - inHour - ((isSeries and last >= hourFrom) and 0 or 1)

local function countOf(window, person)
  return (redis.call('ZSCORE', window[1], person) or 0) + (redis.call('ZSCORE', window[2], person) or 0)
end

-- Whoever has more than the room has more than half of it in one of the two. Where these are fewer than
-- the recipients, only they are looked at; else, as for a message to one person, the recipients are.
local function forBusyKeys(look)
  for _, window in ipairs({ minute, hour }) do
    for _, key in ipairs(window) do look(window, key, '(' .. window.room / 2) end
  end
end
local candidates = 0
forBusyKeys(function(_, key, least) candidates = candidates + redis.call('ZCOUNT', key, least, '+inf') end)
if candidates > 0 then
  local busy = {}
  if candidates < size then
    forBusyKeys(function(window, key, least)
      for _, person in ipairs(redis.call('ZRANGEBYSCORE', key, least, '+inf')) do
        if countOf(window, person) > window.room then busy[person] = true end
      end
    end)
  else
    for _, person in ipairs(recipients()) do
      busy[person] = countOf(minute, person) > minute.room or countOf(hour, person) > hour.room
    end
  end
  local full = { 'full', follower, now, before and 1 or 0, left }
  for _, person in ipairs(recipients()) do
    if busy[person] then full[#full + 1] = person end
  end
  if #full > 5 then return full end
end

if isSeries then redis.call('ZADD', series, now, own)
else
  for _, person in ipairs(recipients()) do
    redis.call('ZINCRBY', minute[1], 1, person)
    redis.call('ZINCRBY', hour[1], 1, person)
  end
end
if not before then redis.call('HSET', bodies, id, body) end
if not tried then
  tried = string.format('%.0f', now)
  redis.call('HSET', tries, id, tried)
  spend(quota, day, size)
end

local go = { 'go', follower, now, before or '', tried, left, isSeries and 'once' or 'each' }
local noted = redis.call('HLEN', unreachable)
if noted > 0 and noted < size then
  for _, person in ipairs(redis.call('HKEYS', unreachable)) do go[#go + 1] = person end
elseif noted > 0 then
  for at, note in ipairs(redis.call('HMGET', unreachable, unpack(recipients()))) do
    if note then go[#go + 1] = people[at] end
  end
end
return go
`,
);
