# Runs a command that must not outlive the process that asked for it.
#
#   sh -c "$this" guard <stop signal> <grace seconds> <command...>
#
# The asking process holds the other end of our standard input and never writes to it: end of file means that it is
# gone, however it died. Then the command is asked to stop with its stop signal; when it has ended, or the grace is over,
# everything it started is killed. What a command leaves behind that ends by itself is asked to end.
signal=$1
grace=$2
shift 2
stopping=
trap 'stopping=yes' USR1
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
(
    trap '' TERM INT HUP
    while read -r _ <&3; do :; done
    kill -s USR1 $$
    kill -s "$signal" "$child" 2>/dev/null
    # A process that is held takes the signal when it goes on.
    kill -s CONT "$child" 2>/dev/null
    while [ "$grace" -gt 0 ] && kill -0 "$child" 2>/dev/null; do
        sleep 1
        grace=$((grace - 1))
    done
    kill -s KILL 0
) >/dev/null 2>&1 &
watcher=$!
exec 3<&-
trap 'kill -s "$signal" "$child" 2>/dev/null' TERM INT HUP
status=0
while :; do
    wait "$child"
    status=$?
    kill -0 "$child" 2>/dev/null || break
done
[ -z "$stopping" ] || kill -s KILL 0
trap '' TERM
kill -s TERM 0
kill -s KILL "$watcher" 2>/dev/null
exit "$status"
