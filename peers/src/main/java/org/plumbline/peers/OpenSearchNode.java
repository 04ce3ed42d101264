package org.plumbline.peers;

import java.io.IOException;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One OpenSearch node in a process of its own, on 127.0.0.1, without plugins of its distribution. It ends when its
 * standard input does, so that it never outlives who started it.
 */
public final class OpenSearchNode {
    private OpenSearchNode() {}

    /** Takes a folder and a port; prints {@code READY} and the port once it answers. */
    public static void main(String[] arguments) throws IOException {
        String folder = arguments[0];
        int port = Integer.parseInt(arguments[1]);
        var runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
                    settings.put("http.port", port);
                    settings.put("network.host", "127.0.0.1");
                })
                .build(OpenSearchRunner.newConfigs()
                        .basePath(folder)
                        .clusterName("plumbline-bench")
                        .numOfNode(1));
        System.out.println("READY " + port);
        while (System.in.read() >= 0) {
            // Only the end matters.
        }
        runner.close();
        System.exit(0);
    }
}
