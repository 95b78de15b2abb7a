/* Writes down what a program does to the files of one folder: every write, sync and change of a name, in order.
 *
 * Loaded before the C library (LD_PRELOAD). LER_RECORD_FOLDER names the folder (absolute, no links in it),
 * LER_RECORD_LOG where to write. A record is a head (below) and two byte strings; `recording.py` beside this reads them.
 * What the program says on its standard output is recorded too: that is what it has acknowledged.
 *
 * Functions that copy between files inside the kernel are refused, as old kernels do; callers then read and write.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_DESCRIPTORS 4096
#define LONGEST (2 * PATH_MAX)
#define REAL(name) ((typeof(&name))next_##name)
#define FIND(name) (next_##name ? next_##name : (next_##name = dlsym(RTLD_NEXT, #name)))
#define DECLARE(name) static void *next_##name

struct head {
    uint64_t operation, inode, offset, first, second;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int log_descriptor = -1;
static char folder[PATH_MAX];
static unsigned char kind[MOST_DESCRIPTORS]; /* 0 not ours, 'f' a file of the folder, 'd' a folder in it */

__attribute__((constructor)) static void start(void) {
    const char *where = getenv("LER_RECORD_FOLDER"), *log = getenv("LER_RECORD_LOG");
    if (!where || !log) return;
    snprintf(folder, sizeof folder, "%s", where);
    log_descriptor = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static void record(char operation, uint64_t inode, uint64_t offset, const void *first, size_t first_size,
                   const void *second, size_t second_size) {
    struct head head = {(uint64_t)operation, inode, offset, first_size, second_size};
    struct iovec parts[3] = {{&head, sizeof head}, {(void *)first, first_size}, {(void *)second, second_size}};
    size_t whole = sizeof head + first_size + second_size;
    if (log_descriptor >= 0 && syscall(SYS_writev, log_descriptor, parts, 3) != (long)whole) abort();
}

static int is_inside(const char *path) {
    size_t length = strlen(folder);
    return length && !strncmp(path, folder, length) && (path[length] == '/' || !path[length]);
}

static int place_of_descriptor(int descriptor, char *place) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, place, PATH_MAX - 1);
    place[length < 0 ? 0 : length] = 0;
    return length > 0;
}

/* The absolute form of a name, links in its folder followed; empty when it is not in the recorded folder. */
static void absolute(int base, const char *name, char *whole) {
    char joined[LONGEST], before[PATH_MAX], parent[PATH_MAX];
    if (name[0] == '/') snprintf(joined, sizeof joined, "%s", name);
    else if (base == AT_FDCWD && getcwd(before, sizeof before)) snprintf(joined, sizeof joined, "%s/%s", before, name);
    else if (place_of_descriptor(base, before)) snprintf(joined, sizeof joined, "%s/%s", before, name);
    else joined[0] = 0;
    char *last = strrchr(joined, '/');
    whole[0] = 0;
    if (!last) return;
    *last = 0;
    if (!realpath(joined[0] ? joined : "/", parent)) return;
    snprintf(whole, LONGEST, "%s/%s", strcmp(parent, "/") ? parent : "", last + 1);
    if (!is_inside(whole)) whole[0] = 0;
}

static uint64_t inode_of(int descriptor) {
    struct stat facts;
    return fstat(descriptor, &facts) ? 0 : (uint64_t)facts.st_ino;
}

static int is_ours(int descriptor, char wanted) {
    return descriptor >= 0 && descriptor < MOST_DESCRIPTORS && kind[descriptor] == wanted;
}

/* -- opening */

DECLARE(openat);
static int open_and_record(int base, const char *name, int flags, mode_t mode) {
    char place[LONGEST];
    struct stat facts;
    FIND(openat);
    if (log_descriptor < 0 || (flags & O_TMPFILE) == O_TMPFILE) return REAL(openat)(base, name, flags, mode);
    absolute(base, name, place);
    pthread_mutex_lock(&lock);
    int was_there = place[0] && !lstat(place, &facts);
    int descriptor = REAL(openat)(base, name, flags, mode);
    int error = errno;
    if (descriptor >= 0 && descriptor < MOST_DESCRIPTORS) kind[descriptor] = 0;
    if (descriptor >= 0 && descriptor < MOST_DESCRIPTORS && place[0] && !fstat(descriptor, &facts)) {
        kind[descriptor] = S_ISDIR(facts.st_mode) ? 'd' : S_ISREG(facts.st_mode) ? 'f' : 0;
        if (kind[descriptor] == 'f' && !was_there) record('C', facts.st_ino, 0, place, strlen(place), "", 0);
        else if (kind[descriptor] == 'f' && (flags & O_TRUNC)) record('T', facts.st_ino, 0, "", 0, "", 0);
    }
    pthread_mutex_unlock(&lock);
    errno = error;
    return descriptor;
}

#define MODE(flags, mode) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { \
        va_list more; \
        va_start(more, flags); \
        mode = va_arg(more, mode_t); \
        va_end(more); \
    }
int open(const char *name, int flags, ...) { MODE(flags, mode) return open_and_record(AT_FDCWD, name, flags, mode); }
int open64(const char *name, int flags, ...) { MODE(flags, mode) return open_and_record(AT_FDCWD, name, flags, mode); }
int openat(int base, const char *name, int flags, ...) { MODE(flags, mode) return open_and_record(base, name, flags, mode); }
int openat64(int base, const char *name, int flags, ...) { MODE(flags, mode) return open_and_record(base, name, flags, mode); }

DECLARE(close);
int close(int descriptor) {
    FIND(close);
    if (descriptor >= 0 && descriptor < MOST_DESCRIPTORS) kind[descriptor] = 0;
    return REAL(close)(descriptor);
}

/* -- content */

DECLARE(write);
ssize_t write(int descriptor, const void *content, size_t size) {
    FIND(write);
    if (log_descriptor < 0 || (descriptor != STDOUT_FILENO && !is_ours(descriptor, 'f')))
        return REAL(write)(descriptor, content, size);
    pthread_mutex_lock(&lock);
    struct stat facts = {0};
    int appends = fcntl(descriptor, F_GETFL) & O_APPEND;
    fstat(descriptor, &facts);
    off_t offset = appends ? facts.st_size : lseek(descriptor, 0, SEEK_CUR);
    ssize_t written = REAL(write)(descriptor, content, size);
    int error = errno;
    if (written > 0 && is_ours(descriptor, 'f')) record('W', facts.st_ino, (uint64_t)offset, content, (size_t)written, "", 0);
    else if (written > 0) record('A', 0, 0, content, (size_t)written, "", 0);
    pthread_mutex_unlock(&lock);
    errno = error;
    return written;
}

#define WRITE_AT(name, offset_type) \
    DECLARE(name); \
    ssize_t name(int descriptor, const void *content, size_t size, offset_type offset) { \
        FIND(name); \
        if (log_descriptor < 0 || !is_ours(descriptor, 'f')) return REAL(name)(descriptor, content, size, offset); \
        pthread_mutex_lock(&lock); \
        ssize_t written = REAL(name)(descriptor, content, size, offset); \
        int error = errno; \
        if (written > 0) record('W', inode_of(descriptor), (uint64_t)offset, content, (size_t)written, "", 0); \
        pthread_mutex_unlock(&lock); \
        errno = error; \
        return written; \
    }
WRITE_AT(pwrite, off_t)
WRITE_AT(pwrite64, off64_t)

#define CUT(name, offset_type) \
    DECLARE(name); \
    int name(int descriptor, offset_type length) { \
        FIND(name); \
        if (log_descriptor < 0 || !is_ours(descriptor, 'f')) return REAL(name)(descriptor, length); \
        pthread_mutex_lock(&lock); \
        int result = REAL(name)(descriptor, length); \
        int error = errno; \
        if (!result) record('T', inode_of(descriptor), (uint64_t)length, "", 0, "", 0); \
        pthread_mutex_unlock(&lock); \
        errno = error; \
        return result; \
    }
CUT(ftruncate, off_t)
CUT(ftruncate64, off64_t)

#define SYNC(name) \
    DECLARE(name); \
    int name(int descriptor) { \
        char place[PATH_MAX]; \
        FIND(name); \
        if (log_descriptor < 0 || !(is_ours(descriptor, 'f') || is_ours(descriptor, 'd'))) return REAL(name)(descriptor); \
        pthread_mutex_lock(&lock); \
        int result = REAL(name)(descriptor); \
        int error = errno; \
        if (!result && is_ours(descriptor, 'f')) record('S', inode_of(descriptor), 0, "", 0, "", 0); \
        else if (!result && place_of_descriptor(descriptor, place)) record('D', 0, 0, place, strlen(place), "", 0); \
        pthread_mutex_unlock(&lock); \
        errno = error; \
        return result; \
    }
SYNC(fsync)
SYNC(fdatasync)

/* -- names */

#define RECORDED(operation, act, base, name, other_base, other) \
    char place[LONGEST], other_place[LONGEST]; \
    absolute(base, name, place); \
    absolute(other_base, other, other_place); \
    if (log_descriptor < 0 || (!place[0] && !other_place[0])) return act; \
    pthread_mutex_lock(&lock); \
    int result = act; \
    int error = errno; \
    if (!result) record(operation, 0, 0, place, strlen(place), other_place, strlen(other_place)); \
    pthread_mutex_unlock(&lock); \
    errno = error; \
    return result;

DECLARE(unlink);
int unlink(const char *name) { FIND(unlink); RECORDED('U', REAL(unlink)(name), AT_FDCWD, name, AT_FDCWD, name) }
DECLARE(remove);
int remove(const char *name) { FIND(remove); RECORDED('U', REAL(remove)(name), AT_FDCWD, name, AT_FDCWD, name) }
DECLARE(unlinkat);
int unlinkat(int base, const char *name, int flags) {
    FIND(unlinkat);
    RECORDED('U', REAL(unlinkat)(base, name, flags), base, name, base, name)
}
DECLARE(rmdir);
int rmdir(const char *name) { FIND(rmdir); RECORDED('U', REAL(rmdir)(name), AT_FDCWD, name, AT_FDCWD, name) }
DECLARE(mkdir);
int mkdir(const char *name, mode_t mode) { FIND(mkdir); RECORDED('M', REAL(mkdir)(name, mode), AT_FDCWD, name, AT_FDCWD, name) }
DECLARE(mkdirat);
int mkdirat(int base, const char *name, mode_t mode) {
    FIND(mkdirat);
    RECORDED('M', REAL(mkdirat)(base, name, mode), base, name, base, name)
}
DECLARE(rename);
int rename(const char *from, const char *to) { FIND(rename); RECORDED('R', REAL(rename)(from, to), AT_FDCWD, from, AT_FDCWD, to) }
DECLARE(renameat);
int renameat(int from_base, const char *from, int to_base, const char *to) {
    FIND(renameat);
    RECORDED('R', REAL(renameat)(from_base, from, to_base, to), from_base, from, to_base, to)
}
DECLARE(link);
int link(const char *from, const char *to) { FIND(link); RECORDED('L', REAL(link)(from, to), AT_FDCWD, from, AT_FDCWD, to) }
DECLARE(linkat);
int linkat(int from_base, const char *from, int to_base, const char *to, int flags) {
    FIND(linkat);
    RECORDED('L', REAL(linkat)(from_base, from, to_base, to, flags), from_base, from, to_base, to)
}

/* -- refused */

ssize_t sendfile(int to, int from, off_t *offset, size_t size) {
    (void)to, (void)from, (void)offset, (void)size;
    errno = ENOTSOCK;
    return -1;
}
ssize_t sendfile64(int to, int from, off64_t *offset, size_t size) {
    (void)to, (void)from, (void)offset, (void)size;
    errno = ENOTSOCK;
    return -1;
}
ssize_t copy_file_range(int from, off64_t *from_offset, int to, off64_t *to_offset, size_t size, unsigned flags) {
    (void)from, (void)from_offset, (void)to, (void)to_offset, (void)size, (void)flags;
    errno = ENOSYS;
    return -1;
}
