# Shows a program the files of a node of EMR, in a mount namespace that the caller has made for it.
#
#   sh -c "$this" node <user>:<group>|- <home> <shadow> <files>|- <command...>
#
# /home/hadoop is the folder <home>, or a link to it when it is not there yet; the other homes stay as they are. The
# tree <files> lies over /usr, which cannot be written then. A user who became root to mount becomes <user> again.
set -e
ids=$1 home=$2 shadow=$3 files=$4
shift 4
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
cd "$PWD"
[ "$ids" != - ] || exec "$@"
exec unshare -U --map-user="${ids%:*}" --map-group="${ids#*:}" "$@"
