// node send.mjs SERVER TOKEN CASE FILE MEMORY [STOP]: sends a file by tus-js-client. It remembers in MEMORY where it
// began, goes on there when it is run again, and exits with 3 after so many bytes when STOP is given.
import fs from 'node:fs';
import path from 'node:path';
import * as tus from 'tus-js-client';

const [server, token, into, file, memory, stop] = process.argv.slice(2);

const upload = new tus.Upload(fs.createReadStream(file), {
  endpoint: `${server}/api/v1/uploads`,
  headers: { Authorization: `Bearer ${token}` },
  metadata: { case: into, filename: path.basename(file) },
  uploadSize: fs.statSync(file).size,
  chunkSize: 1 << 20,
  retryDelays: [0, 200, 500, 1000],
  urlStorage: new tus.FileUrlStorage(memory),
  fingerprint: async () => path.basename(file),
  onChunkComplete: (size, accepted) => {
    if (stop && accepted >= Number(stop)) process.exit(3);
  },
  onError: (error) => { console.error(String(error)); process.exit(1); },
  onSuccess: () => { console.log(JSON.stringify({ resumed, url: upload.url })); process.exit(0); },
});
const [earlier] = await upload.findPreviousUploads();
const resumed = Boolean(earlier);
if (earlier) upload.resumeFromPreviousUpload(earlier);
upload.start();
