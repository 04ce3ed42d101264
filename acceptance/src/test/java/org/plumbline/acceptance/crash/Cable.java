package org.plumbline.acceptance.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Carries one connection to a server of this machine, until it is cut in the middle of what it carries. */
final class Cable implements AutoCloseable {
    private static final int CHUNK = 4096;

    private final ServerSocket entrance;
    private final int to;
    private long left = Long.MAX_VALUE;
    private boolean cut;

    private Cable(ServerSocket entrance, int to) {
        this.entrance = entrance;
        this.to = to;
    }

    static Cable to(int port) {
        try {
            var cable = new Cable(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), port);
            Thread.ofVirtual().start(cable::carry);
            return cable;
        } catch (IOException e) {
            throw new UncheckedIOException("No port for a cable", e);
        }
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Cuts it once so many more bytes, of both directions together, have been carried. */
    synchronized void cutAfter(long bytes) {
        left = bytes;
    }

    synchronized boolean isCut() {
        return cut;
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void carry() {
        try (Socket here = entrance.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), to)) {
            Thread back = Thread.ofVirtual().start(() -> carry(there, here));
            carry(here, there);
            back.join();
        } catch (IOException ended) {
            // Closed before anybody connected.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Carries one direction; when it ends, so does the other. */
    private void carry(Socket from, Socket into) {
        var chunk = new byte[CHUNK];
        try (InputStream in = from.getInputStream();
                OutputStream out = into.getOutputStream()) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                int allowed = allowed(read);
                out.write(chunk, 0, allowed);
                out.flush();
                if (allowed < read) {
                    return;
                }
            }
        } catch (IOException ended) {
            // By the other direction.
        }
    }

    private synchronized int allowed(int bytes) {
        int allowed = (int) Math.min(left, bytes);
        left -= allowed;
        cut |= allowed < bytes;
        return allowed;
    }
}
