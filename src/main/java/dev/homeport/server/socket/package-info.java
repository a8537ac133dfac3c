/**
 * WebSockets (RFC 6455) after their handshake: frames in and out, who is connected to which path,
 * and the conversation with each client as the engine decides it. Frames are taken apart here and
 * not by Undertow, which takes control frames without a mask, and closes before its own close frame
 * has left. Start at {@link dev.homeport.server.socket.OpenSocket}.
 */
@NullMarked
package dev.homeport.server.socket;

import org.jspecify.annotations.NullMarked;
