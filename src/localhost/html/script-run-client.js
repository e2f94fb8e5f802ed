/*
 * The client side of google.script.run, for the pages that a script shows in a sidebar or a dialog. It runs in the
 * page's frame and hands the window around it a port, through which everything goes: {googleScript: 'run', id,
 * functionName, args} out, {googleScript: 'reply', id, value | error} back, and
 * {googleScript: 'left'} where the person is elsewhere by the time the page is there.
 */
/* global window, parent, Event, FormData, HTMLFormElement, MessageChannel, Node, File */
(function () {
  'use strict';
  var MOST_IN_FLIGHT = 10;
  var lastId = 0;
  var inFlight = 0;
  var queue = [];
  var waiting = new Map();
  var channel = new MessageChannel();
  var port = channel.port1;
  var isGone = false;

  // Google's frames go together: what a page calls when it is on its way out finds nobody who would hand it on. This
  // listener is the first of the page.
  window.addEventListener('pagehide', function () {
    isGone = true;
  });

  function start() {
    while (inFlight < MOST_IN_FLIGHT && queue.length > 0) {
      inFlight++;
      port.postMessage(queue.shift());
    }
  }

  // Whoever leaves before the page's own scripts are there leaves nobody to hear it: it is told again once they are.
  var isLeft = false;
  window.addEventListener('blur', function () {
    isLeft = true;
  });
  window.addEventListener('focus', function () {
    isLeft = false;
  });
  window.addEventListener('DOMContentLoaded', function () {
    if (isLeft) window.dispatchEvent(new Event('blur'));
  });

  parent.postMessage({ googleScript: 'connect' }, '*', [channel.port2]);
  port.onmessage = function (event) {
    var reply = event.data;
    if (reply.googleScript === 'left') {
      window.dispatchEvent(new Event('blur'));
      return;
    }
    var handlers = waiting.get(reply.id);
    if (!handlers) return;
    waiting.delete(reply.id);
    inFlight--;
    start();
    if (!reply.error) {
      if (handlers.success) handlers.success(reply.value, handlers.userObject);
      return;
    }
    var error = new Error(reply.error.message);
    error.name = reply.error.name;
    if (handlers.failure) handlers.failure(error, handlers.userObject);
    else throw error;
  };

  function formValues(form) {
    var values = {};
    new FormData(form).forEach(function (value, name) {
      if (value instanceof File) throw new TypeError('File inputs are not supported by the local host.');
      if (!(name in values)) values[name] = value;
      else values[name] = [].concat(values[name], value);
    });
    return values;
  }

  function checked(value, name, above) {
    if (value === null || value === undefined) return null;
    var type = typeof value;
    if (type === 'string' || type === 'boolean' || type === 'number') return value;
    if (type !== 'object' || value instanceof Date || value instanceof Node || above.indexOf(value) >= 0) {
      throw new TypeError('Failed due to illegal value in property: ' + name);
    }
    var deeper = above.concat([value]);
    if (Array.isArray(value)) {
      return value.map(function (member, index) {
        return checked(member, String(index), deeper);
      });
    }
    var copy = {};
    Object.keys(value).forEach(function (key) {
      if (value[key] !== undefined) copy[key] = checked(value[key], key, deeper);
    });
    return copy;
  }

  function argumentsOf(list) {
    if (list.length === 1 && list[0] instanceof HTMLFormElement) return [formValues(list[0])];
    return list.map(function (value, index) {
      return checked(value, String(index), []);
    });
  }

  function runner(handlers) {
    var setters = {
      withSuccessHandler: 'success',
      withFailureHandler: 'failure',
      withUserObject: 'userObject',
    };
    return new Proxy(
      {},
      {
        get: function (target, name) {
          if (typeof name !== 'string') return undefined;
          if (setters[name]) {
            return function (value) {
              var changed = Object.assign({}, handlers);
              changed[setters[name]] = value;
              return runner(changed);
            };
          }
          return function () {
            var id = ++lastId;
            var args = argumentsOf(Array.prototype.slice.call(arguments));
            if (isGone) return;
            waiting.set(id, handlers);
            queue.push({ googleScript: 'run', id: id, functionName: name, args: args });
            start();
          };
        },
      },
    );
  }

  window.google = {
    script: {
      run: runner({}),
      host: {
        origin: window.location.origin,
        close: function () {
          port.postMessage({ googleScript: 'close' });
        },
        setHeight: function (height) {
          port.postMessage({ googleScript: 'setHeight', height: height });
        },
        setWidth: function (width) {
          port.postMessage({ googleScript: 'setWidth', width: width });
        },
        editor: {
          focus: function () {
            port.postMessage({ googleScript: 'focusEditor' });
          },
        },
      },
    },
  };
})();
