# Shows a function the folders of AWS Lambda, in namespaces that the caller has made for it, and runs it.
#
#   sh -c "$this" function <path> <user>:<group>|- <shadow> <task> <layers>|- <runtime> <language>|- <temporary> <command...>
#
# The programs that this needs are found by <path>; the command has its own PATH. /var/task and /opt cannot be written,
# /tmp is the function's own. A user who became root to mount becomes <user> again. The shell stays the first process of
# its namespace: a first process cannot be killed by itself, which a function may want.
#
# The packages of the folders in NODE_PATH show in /var/node_modules and /opt/node_modules too. Node.js looks for what an
# ES module imports in such folders above it and nowhere else; on AWS it finds those of layers too.
set -e
given=$PATH
PATH=$1 ids=$2 shadow=$3 task=$4 layers=$5 runtime=$6 language=$7 temporary=$8
shift 8
mount -t tmpfs -o mode=755 laguna "$shadow"
mirror() {
    mkdir -p "$shadow$1"
    for each in "$1"/*; do
        if [ "${each##*/}" = node_modules ]; then
            continue
        elif [ -L "$each" ]; then
            cp -P "$each" "$shadow$each"
        elif [ -d "$each" ]; then
            mkdir -p "$shadow$each"
            mount --rbind "$each" "$shadow$each"
        fi
    done
}
mirror /var
mkdir -p "$shadow/var/task" "$shadow/var/runtime" "$shadow/var/lang"
mount --bind "$task" "$shadow/var/task"
mount -o remount,bind,ro "$shadow/var/task"
mount --bind "$runtime" "$shadow/var/runtime"
[ "$language" = - ] || mount -o bind,ro "$language" "$shadow/var/lang"
if [ "$layers" != - ]; then
    mirror /opt
    for each in "$layers"/*; do
        name=${each##*/}
        if [ -d "$each" ]; then
            mkdir -p "$shadow/opt/$name"
        else
            : >"$shadow/opt/$name"
        fi
        mount --bind "$each" "$shadow/opt/$name"
        mount -o remount,bind,ro "$shadow/opt/$name"
    done
    mount --rbind "$shadow/opt" /opt
fi
mount --rbind "$shadow/var" /var
# packages FOLDER: shows those that no earlier folder has.
packages() {
    from=$1
    for scope in "" $(cd "$from" && echo @*); do
        set -- "$from/$scope"/[!@]*
        if [ -e "$1" ]; then
            mkdir -p "/var/node_modules/$scope"
            ln -s "$@" "/var/node_modules/$scope" 2>/dev/null || :
        fi
    done
}
# modules FOLDER…: shows the packages of those that are there.
modules() {
    unset IFS
    for each in "$@"; do
        shift
        if [ "${each##*/}" = node_modules ] && [ -d "$each" ]; then
            set -- "$@" "$each"
        fi
    done
    if [ $# = 1 ]; then
        ln -s "$1" /var/node_modules
    else
        for each in "$@"; do
            packages "$each"
        done
    fi
    if [ $# != 0 ] && [ "$layers" != - ] && [ ! -e /opt/node_modules ]; then
        ln -s /var/node_modules /opt/node_modules
    fi
}
if [ -n "$NODE_PATH" ]; then
    IFS=:
    modules $NODE_PATH
fi
mount --bind "$temporary" /tmp
mount -t proc laguna /proc 2>/dev/null || :
cd /var/task
unshare=$(command -v unshare)
set +e
if [ "$ids" = - ]; then
    PATH=$given "$@"
else
    PATH=$given "$unshare" -U --map-user="${ids%:*}" --map-group="${ids#*:}" "$@"
fi
exit $?
