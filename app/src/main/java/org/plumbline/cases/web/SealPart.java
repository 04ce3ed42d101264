package org.plumbline.cases.web;

import org.plumbline.audit.log.Seal;

/**
 * How far an entry is sealed, and what proves it.
 *
 * @param policy what vouches for the log's key and asks for its witnesses, as a C2SP tlog-policy
 * @param proof where the proof is to be had
 */
public record SealPart(Seal seal, String policy, String proof) {}
