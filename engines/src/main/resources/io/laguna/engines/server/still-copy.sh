# Copies the folder of a PostgreSQL while its processes are held: the copy is what a loss of power would leave.
#
#   sh -c "$this" copy <process of the server> <folder> <copy>
#
# The processes are let go by this shell, not by whoever asked for the copy, who may be killed meanwhile.
server=$1
held=$server
trap 'kill -s CONT $held 2>/dev/null' EXIT
kill -s STOP "$server" || exit 1
# A server that is held starts no other process.
held="$server $(cat "/proc/$server/task/$server/children")"
kill -s STOP $held 2>/dev/null
for process in $held; do
    while
        state=$(sed 's/.*) //' "/proc/$process/stat" 2>/dev/null)
        case $state in '' | T* | t* | Z*) false ;; esac
    do
        sleep 0.01
    done
done
cp -a --reflink=auto "$2" "$3"
