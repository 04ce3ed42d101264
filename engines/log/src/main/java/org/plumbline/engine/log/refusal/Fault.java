package org.plumbline.engine.log.refusal;

import java.util.Locale;

/** Why something was refused; {@link #code()} is stable and is what logs, answers and message bundles use. */
public enum Fault {
    /** A number is not written in decimal digits without leading zeros. */
    NOT_A_NUMBER,
    /** A number is above 2^63 - 1. */
    NUMBER_TOO_LARGE,
    /** A text is not base64 in its one standard form: alphabet, padding, no spare bits. */
    NOT_BASE64,
    /** A hash does not have 32 bytes. */
    HASH_LENGTH,
    /** Bytes are not UTF-8. */
    NOT_UTF8,
    /** A text has a control character other than newline. */
    CONTROL_CHARACTER,
    /** A text or its last line does not end with a newline. */
    NOT_TERMINATED,
    /** A text is longer than what is read. */
    TOO_LONG,

    /** An entry's index lies outside the tree. */
    INDEX_OUTSIDE_TREE,
    /** The two ends are not those of a subtree: the start is no multiple of the width rounded up to a power of two. */
    SUBTREE_INVALID,
    /** A subtree reaches beyond the tree. */
    SUBTREE_OUTSIDE_TREE,
    /** A proof has fewer hashes than its place in the tree asks for. */
    PROOF_TOO_SHORT,
    /** A proof has more hashes than its place in the tree asks for. */
    PROOF_TOO_LONG,
    /** The proof leads to another root than the one given. */
    ROOT_MISMATCH,
    /** The proof leads to another older root than the one given. */
    OLD_ROOT_MISMATCH,
    /** The older tree is empty: consistency with it says nothing. */
    FIRST_TREE_EMPTY,
    /** The older tree is larger than the newer one. */
    FIRST_TREE_LARGER,

    /** No blank line stands between text and signatures. */
    NOTE_WITHOUT_SIGNATURES,
    /** The text of a note is empty. */
    NOTE_WITHOUT_TEXT,
    /** A signature line is not dash, name and base64, each apart by one space. */
    SIGNATURE_LINE,
    /** More signatures than are read. */
    TOO_MANY_SIGNATURES,
    /** A key's name is empty or has a space or a plus. */
    KEY_NAME,
    /** A key is not written as name, identifier and material. */
    KEY_FORM,
    /** A key's type is none that we know. */
    KEY_TYPE,
    /** A key of this type may not be used for this. */
    KEY_USE,
    /** A key does not have the length its type asks for, or is no key at all. */
    KEY_MATERIAL,
    /** The identifier of a key is not the one its name and material give. */
    KEY_ID,
    /** The key that signs is not there. */
    KEY_MISSING,
    /** The key that is there is not the one that signs. */
    KEY_OTHER,
    /** A signature does not have the length its type asks for. */
    SIGNATURE_LENGTH,
    /** A signature of a known key does not verify. */
    SIGNATURE_INVALID,
    /** No known key has signed. */
    SIGNATURE_MISSING,
    /** A cosignature's time is beyond 2^63 - 1, or is absent where it is asked for. */
    COSIGNATURE_TIME,

    /** A checkpoint has fewer than three lines or an empty one. */
    CHECKPOINT_LINES,
    /** A checkpoint's origin is empty, or too long for the signature asked for. */
    CHECKPOINT_ORIGIN,
    /** A checkpoint of size 0 has another root than the hash of nothing. */
    EMPTY_TREE_ROOT,
    /** A checkpoint has extension lines, which a subtree signature does not cover. */
    EXTENSIONS_NOT_SIGNED,

    /** A path names no tile or bundle. */
    TILE_PATH,
    /** A tile does not have the length its path asks for. */
    TILE_LENGTH,
    /** A tile that the tree needs is not there. */
    TILE_MISSING,
    /** A tile is there with other bytes. */
    TILE_DIFFERS,
    /** An entry is longer than 65535 bytes. */
    ENTRY_TOO_LONG,
    /** A bundle ends within an entry, or has another number of entries than its path asks for. */
    BUNDLE_LENGTH,
    /** A bundle's entry does not hash to the leaf at its place. */
    ENTRY_DIFFERS,
    /** What is stored as the integrated tree does not read as one. */
    TREE_DAMAGED,
    /** The tiles lead to another root than the integrated tree's. */
    TREE_DIFFERS,
    /** A proof is asked for a tree larger than what is integrated. */
    TREE_AHEAD,
    /** The stored head does not read as a signed checkpoint. */
    HEAD_DAMAGED,
    /** Another head was stored meanwhile. */
    HEAD_CHANGED,
    /** The tree is smaller than what was signed before. */
    LOG_SHRANK,
    /** The tree has another past than what was signed before. */
    LOG_FORKED,

    /** A proof's first line is another than the format's. */
    PROOF_HEADER,
    /** A proof's extra, index or hash line is out of form or out of order. */
    PROOF_LINE,

    /** A policy line is out of form. */
    POLICY_LINE,
    /** A policy has more lines of a kind than are read. */
    POLICY_TOO_LARGE,
    /** A policy uses a name twice, or the reserved one. */
    POLICY_NAME_TAKEN,
    /** A policy uses a name that no line before it defines. */
    POLICY_NAME_UNKNOWN,
    /** A policy lists a member of a group twice. */
    POLICY_MEMBER_TWICE,
    /** A policy lists a key twice. */
    POLICY_KEY_TWICE,
    /** A group's threshold is not between 1 and its number of members. */
    POLICY_THRESHOLD,
    /** A policy has no quorum line, or two. */
    POLICY_QUORUM,
    /** The checkpoint is of no log that the policy lists. */
    LOG_UNKNOWN,
    /** The log itself has not signed. */
    LOG_SIGNATURE_MISSING,
    /** Too few of the policy's witnesses have cosigned. */
    QUORUM_NOT_MET,

    /** A witness request is out of form. */
    REQUEST_FORM,
    /** The old size is larger than the checkpoint. */
    OLD_SIZE_LARGER,
    /** The witness has seen another size than the request's old one. */
    OLD_SIZE_STALE,
    /** The witness has seen another root at the same size: the log shows two pasts. */
    WITNESSED_OTHERWISE,
    /** The witness has seen more of the log than we have. */
    WITNESS_AHEAD,
    /** A witness answered with something it may not answer with. */
    WITNESS_ANSWER,
    /** A witness refused. */
    WITNESS_REFUSED,

    /** A timestamp is no RFC 3161 token in DER. */
    TIMESTAMP_FORM,
    /** A timestamp uses an algorithm that we don't take. */
    TIMESTAMP_ALGORITHM,
    /** A timestamp's signature does not hold. */
    TIMESTAMP_SIGNATURE,
    /** A timestamp's certificate is not in it, cannot be read, or was not valid at its time. */
    TIMESTAMP_CERTIFICATE,
    /** A timestamp's certificate is not one for timestamps alone. */
    TIMESTAMP_PURPOSE,
    /** A timestamp is over something else. */
    TIMESTAMP_IMPRINT,
    /** A timestamp answers another question. */
    TIMESTAMP_NONCE,
    /** The authority did not grant a timestamp. */
    TIMESTAMP_REJECTED,
    /** The authority's answer over HTTP is none. */
    TIMESTAMP_UNANSWERED,

    /** A text to be committed to has half of a surrogate pair. */
    JSON_SURROGATE,
    /** A number to be committed to is beyond 2^53 - 1, where readers begin to disagree. */
    JSON_NUMBER,
    /** Values are nested too deeply. */
    JSON_DEPTH,
    /** Bytes are not JSON in its canonical form. */
    JSON_NOT_CANONICAL,
    /** A salt does not have 32 bytes. */
    SALT_LENGTH,
    /** A leaf is not the commitment to this entry under this salt. */
    COMMITMENT_MISMATCH,
    /** The body of an entry is gone, and no entry records that it was erased. */
    BODY_MISSING,
    /** An archive is damaged, holds something else, or its proofs are not under one checkpoint. */
    EXPORT_FORM;

    /** Lower case with hyphens, such as {@code root-mismatch}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
