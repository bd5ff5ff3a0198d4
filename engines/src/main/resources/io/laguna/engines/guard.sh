# Runs a command that must not outlive the process that asked for it.
#
#   sh -c "$this" guard <stop signal> <grace seconds> <command...>
#
# The asking process holds the other end of our standard input and never writes to it: end of file means that it is
# gone, however it died. Then the command is asked to stop with its stop signal, and killed with everything it
# started when the grace is over.
signal=$1
grace=$2
shift 2
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
(
    trap '' TERM INT HUP
    while read -r _ <&3; do :; done
    kill -s "$signal" "$child" 2>/dev/null
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
kill -s KILL "$watcher" 2>/dev/null
exit "$status"
