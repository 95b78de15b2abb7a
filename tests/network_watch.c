/* Writes down every time a program turns to the network: names it looks up, computers it connects or sends to.
 *
 * Loaded before the C library (LD_PRELOAD), so what libraries do without Python is seen as well. LER_WATCH_LOG names the
 * file; each turn is a line. Sockets of the machine's own kinds (AF_UNIX and the like) are no network.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

static void note(const char *what, const char *whom, int port) {
    char line[512];
    const char *log = getenv("LER_WATCH_LOG");
    if (!log) return;
    int length = snprintf(line, sizeof line, "%s %s %d\n", what, whom ? whom : "", port);
    if (length >= (int)sizeof line) length = sizeof line - 1;
    int file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0 || syscall(SYS_write, file, line, length) != length) abort();
    syscall(SYS_close, file);
}

static void note_address(const char *what, const struct sockaddr *address) {
    char text[INET6_ADDRSTRLEN] = "";
    if (!address) return;
    if (address->sa_family == AF_INET) {
        const struct sockaddr_in *four = (const struct sockaddr_in *)address;
        inet_ntop(AF_INET, &four->sin_addr, text, sizeof text);
        note(what, text, ntohs(four->sin_port));
    } else if (address->sa_family == AF_INET6) {
        const struct sockaddr_in6 *six = (const struct sockaddr_in6 *)address;
        inet_ntop(AF_INET6, &six->sin6_addr, text, sizeof text);
        note(what, text, ntohs(six->sin6_port));
    }
}

#define NEXT(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

int connect(int socket, __CONST_SOCKADDR_ARG address, socklen_t length) {
    note_address("connect", *(const struct sockaddr *const *)&address);
    return NEXT(connect)(socket, address, length);
}

ssize_t sendto(int socket, const void *data, size_t size, int flags, __CONST_SOCKADDR_ARG address, socklen_t length) {
    note_address("send", *(const struct sockaddr *const *)&address);
    return NEXT(sendto)(socket, data, size, flags, address, length);
}

ssize_t sendmsg(int socket, const struct msghdr *message, int flags) {
    note_address("send", message->msg_name);
    return NEXT(sendmsg)(socket, message, flags);
}

int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
    note("name", name, 0);
    return NEXT(getaddrinfo)(name, service, hints, found);
}

struct hostent *gethostbyname(const char *name) {
    note("name", name, 0);
    return NEXT(gethostbyname)(name);
}
