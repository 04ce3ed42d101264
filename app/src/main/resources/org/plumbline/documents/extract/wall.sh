# Builds the small file system that a worker sees, moves into it, and turns into the worker without any privilege.
# Runs as the first process of namespaces of its own. Arguments: the folder to build in, the lists of mount points and
# of mounts, the worker's folder, the id to take outside ("" to keep it), the id inside, then the worker's command.
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin
root=$1 points=$2 mounts=$3 folder=$4 outside=$5 inside=$6
shift 6

mount -t tmpfs -o size=1m,mode=0755,nosuid,nodev plumbline "$root"
cd "$root"
folders='old in own' files=
while read -r kind point; do
    case $kind in
        folder) folders="$folders $point" ;;
        file) folders="$folders ${point%/*}" files="$files $point" ;;
        link) ln -s "usr/$point" "$point" ;;
    esac
done <"$points"
# Names without a space, chosen by the application: split on purpose.
mkdir -p $folders
for file in $files; do : >"$file"; done

mount --all --fstab "$mounts"
mount --bind -o nosuid,nodev,noexec "$folder/own" own
mount --bind -o ro,nosuid,nodev,noexec "$folder/in" in
mount -t proc -o nosuid,nodev,noexec proc proc
pivot_root . old
umount -l /old
mount -o remount,bind,ro,nosuid,nodev /
cd /own

# The last user namespace owns none of these mounts, and no further one can be made in it.
last='echo 0 >/proc/sys/user/max_user_namespaces
    exec env -i setpriv --pdeathsig KILL --no-new-privs --inh-caps=-all --ambient-caps=-all --bounding-set=-all "$@"'
set -- unshare --user --map-user="$inside" --map-group="$inside" --keep-caps sh -c "$last" sh "$@"
# Root takes an id that nobody has; everybody else keeps theirs.
[ -z "$outside" ] || set -- setpriv --reuid="$outside" --regid="$outside" --clear-groups "$@"
exec "$@"
