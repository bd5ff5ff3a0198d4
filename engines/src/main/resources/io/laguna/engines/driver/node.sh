# Shows a program the files of a node of EMR, in a mount namespace that the caller has made for it.
#
#   sh -c "$this" node <path> <user>:<group>|- <home> <shadow> <files>|- <kept>|- <command...>
#
# The programs that this needs are found by <path>; the command has its own PATH.
# /home/hadoop is the folder <home>, or a link to it when it is not there yet; the other homes stay as they are. The
# tree <files> lies over /usr, which cannot be written then, and no more can the folder <kept>: pip installs for the
# user where it may not write. A user who became root to mount becomes <user> again.
set -e
given=$PATH
PATH=$1 ids=$2 home=$3 shadow=$4 files=$5 kept=$6
shift 6
mkdir -p "$shadow"
mount -t tmpfs -o mode=755 laguna "$shadow"
for each in /home/*; do
    [ -d "$each" ] && [ "$each" != /home/hadoop ] || continue
    mkdir "$shadow/${each##*/}"
    mount --rbind "$each" "$shadow/${each##*/}"
done
if [ -d "$home" ]; then
    mkdir "$shadow/hadoop"
    mount --bind "$home" "$shadow/hadoop"
else
    ln -s "$home" "$shadow/hadoop"
fi
mount --rbind "$shadow" /home
if [ "$files" != - ]; then
    for each in bin lib share; do
        mount -t overlay -o "lowerdir=$files/usr/$each:/usr/$each" laguna "/usr/$each"
    done
fi
if [ "$kept" != - ]; then
    mount --bind "$kept" "$kept"
    mount -o remount,bind,ro "$kept"
fi
cd "$PWD"
unshare=$(command -v unshare)
PATH=$given
[ "$ids" != - ] || exec "$@"
exec "$unshare" -U --map-user="${ids%:*}" --map-group="${ids#*:}" "$@"
