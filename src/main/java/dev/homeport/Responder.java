package dev.homeport;

/**
 * Makes the response to a request, in the program that runs the server. Called on threads of the
 * server that may block, several at the same time.
 */
@FunctionalInterface
public interface Responder {

  /**
   * The response.
   *
   * @throws Exception becomes a 500 that names the exception; the request is answered all the same
   */
  Response respond(ReceivedRequest request) throws Exception;
}
