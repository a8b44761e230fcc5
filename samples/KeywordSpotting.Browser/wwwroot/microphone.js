// The microphone as a stream of blocks of samples at the spotter's rate.

/** Opens it. Returns a function that closes it. Throws an error whose message is for people. */
export async function openMicrophone(sampleRate, blockLength, onBlock, onEnd) {
  if (!navigator.mediaDevices) {
    throw new Error('A page may use the microphone only if it comes from localhost or over https.');
  }

  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false } });
  } catch (error) {
    throw new Error(reason(error));
  }

  const context = new AudioContext({ sampleRate });
  const close = () => {
    stream.getTracks().forEach((track) => track.stop());
    context.close();
  };
  try {
    await context.audioWorklet.addModule('capture.js');
    const capture = new AudioWorkletNode(context, 'capture', {
      numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit', processorOptions: { blockLength },
    });
    capture.port.onmessage = ({ data }) => onBlock(data);
    context.createMediaStreamSource(stream).connect(capture);
    await context.resume();
    stream.getAudioTracks()[0].onended = onEnd;
  } catch (error) {
    close();
    throw new Error(`The browser cannot bring the microphone's sound to ${sampleRate / 1000} kHz: ${error.message}`);
  }

  return close;
}

function reason(error) {
  switch (error.name) {
    case 'NotAllowedError': return 'The microphone was refused. Allow it for this page, beside the address, and try again.';
    case 'NotFoundError': return 'There is no microphone. Connect one and try again, or choose a file.';
    case 'NotReadableError': return 'The microphone is there, but another program holds it.';
    default: return `The microphone cannot be used: ${error.message}`;
  }
}
