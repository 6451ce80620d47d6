/**
 * The timer index in Redis: `due` (case id by due instant), `leased` (case id by the end of its lease)
 * and `generations` (the writing that an entry stands for). Each script is one atomic step; times come
 * as arguments, because Redis' own clock is not the application's.
 */

/** KEYS due leased generations; ARGV id, due instant or '', generation, ... */
export const writeScript = `
for i = 1, #ARGV, 3 do
  local id, due, generation = ARGV[i], ARGV[i + 1], tonumber(ARGV[i + 2])
  if generation >= tonumber(redis.call('HGET', KEYS[3], id) or '0') then
    redis.call('ZREM', KEYS[2], id)
    if due == '' then
      redis.call('ZREM', KEYS[1], id)
      redis.call('HDEL', KEYS[3], id)
    else
      redis.call('ZADD', KEYS[1], due, id)
      redis.call('HSET', KEYS[3], id, generation)
    end
  end
end
return #ARGV / 3`;

/**
 * KEYS due leased; ARGV now, limit, real now, end of the new leases. Leases of owners that died are
 * claimed again. Returns the next due instant (or '') and the claimed ids.
 */
export const claimScript = `
local ids = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
for _, id in ipairs(ids) do
  redis.call('ZREM', KEYS[1], id)
  redis.call('ZADD', KEYS[2], ARGV[4], id)
end
if #ids < tonumber(ARGV[2]) then
  local ended = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[3], 'LIMIT', 0, ARGV[2] - #ids)
  for _, id in ipairs(ended) do
    redis.call('ZADD', KEYS[2], ARGV[4], id)
    ids[#ids + 1] = id
  end
end
local first = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
table.insert(ids, 1, first[2] or '')
return ids`;

/** KEYS due leased generations; ARGV as for writing. Adds what the index has lost, and only that; returns how many. */
export const rescueScript = `
local rescued = 0
for i = 1, #ARGV, 3 do
  local id, due = ARGV[i], ARGV[i + 1]
  if not redis.call('ZSCORE', KEYS[1], id) and not redis.call('ZSCORE', KEYS[2], id) then
    redis.call('ZADD', KEYS[1], due, id)
    redis.call('HSET', KEYS[3], id, ARGV[i + 2])
    rescued = rescued + 1
  end
end
return rescued`;
