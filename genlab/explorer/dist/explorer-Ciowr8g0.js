// \0rolldown/runtime.js
var e = /* @__PURE__ */ ((e) => typeof require < "u" ? require : typeof Proxy < "u" ? new Proxy(e, { get: (e, t) => (typeof require < "u" ? require : e)[t] }) : e)(function(e) {
	if (typeof require < "u") return require.apply(this, arguments);
	throw Error("Calling `require` for \"" + e + "\" in an environment that doesn't expose the `require` function. See https://rolldown.rs/in-depth/bundling-cjs#require-external-modules for more details.");
}), t = class {
	capacity;
	dropped;
	entries = /* @__PURE__ */ new Map();
	constructor(e, t = () => {}) {
		this.capacity = e, this.dropped = t;
	}
	get(e, t) {
		let n = this.entries.get(e);
		if (n === void 0) {
			let r = t();
			n = r, r instanceof Promise && r.catch(() => this.entries.get(e) === r && this.entries.delete(e));
		} else this.entries.delete(e);
		if (this.entries.set(e, n), this.entries.size > this.capacity) {
			let [e, t] = this.entries.entries().next().value;
			this.entries.delete(e), this.dropped(t);
		}
		return n;
	}
}, n = new t(24);
function r(e, t) {
	return n.get(e, async () => {
		let n;
		try {
			n = await fetch(e);
		} catch {
			throw Error(`The ${t} could not be fetched: the server did not answer.`);
		}
		if (!n.ok) throw Error(`The ${t} could not be fetched: the server answered ${n.status}.`);
		return n.arrayBuffer();
	});
}
async function i(e, t, n) {
	let i = await r(e, n);
	return o(i, 4 * t, n), new Float32Array(i);
}
async function a(e, t, n) {
	let i = await r(e, n);
	return o(i, 4 * t, n), new Int32Array(i);
}
function o(e, t, n) {
	if (e.byteLength !== t) throw Error(`The ${n} are damaged: ${e.byteLength} bytes came, ${t} were announced.`);
}
// src/decode/batch.worker.ts?worker&inline
var s = "var e=/* @__PURE__ */ (e=>typeof require<`u`?require:typeof Proxy<`u`?new Proxy(e,{get:(e,t)=>(typeof require<`u`?require:e)[t]}):e)(function(e){if(typeof require<`u`)return require.apply(this,arguments);throw Error('Calling `require` for \"'+e+\"\\\" in an environment that doesn't expose the `require` function. See https://rolldown.rs/in-depth/bundling-cjs#require-external-modules for more details.\")}),t=Object.defineProperty,n=Object.getOwnPropertyDescriptor,r=Object.getOwnPropertyNames,i=Object.prototype.hasOwnProperty,a=(t=>typeof e<`u`?e:typeof Proxy<`u`?new Proxy(t,{get:(t,n)=>(typeof e<`u`?e:t)[n]}):t)(function(t){\n/*!\n* ONNX Runtime Web v1.30.0\n* Copyright (c) Microsoft Corporation. All rights reserved.\n* Licensed under the MIT License.\n*/\nif(typeof e<`u`)return e.apply(this,arguments);throw Error(`Dynamic require of \"`+t+`\" is not supported`)}),o=(e,t,n)=>()=>{if(n)throw n[0];try{return e&&(t=e(e=0)),t}catch(e){throw n=[e],e}},s=(e,n)=>{for(var r in n)t(e,r,{get:n[r],enumerable:!0})},c=(e,a,o,s)=>{if(a&&typeof a==`object`||typeof a==`function`)for(let c of r(a))!i.call(e,c)&&c!==o&&t(e,c,{get:()=>a[c],enumerable:!(s=n(a,c))||s.enumerable});return e},l=e=>c(t({},`__esModule`,{value:!0}),e),u,d,f,p,m,h=o(()=>{u=/* @__PURE__ */ new Map,d=[],f=(e,t,n)=>{if(t&&typeof t.init==`function`&&typeof t.createInferenceSessionHandler==`function`){let r=u.get(e);if(r===void 0)u.set(e,{backend:t,priority:n});else{if(r.priority>n)return;if(r.priority===n&&r.backend!==t)throw Error(`cannot register backend \"${e}\" using priority ${n}`)}if(n>=0){let t=d.indexOf(e);t!==-1&&d.splice(t,1);for(let t=0;t<d.length;t++)if(u.get(d[t]).priority<=n){d.splice(t,0,e);return}d.push(e)}}else throw TypeError(`not a valid backend`)},p=async e=>{let t=u.get(e);if(!t)return`backend not found.`;if(t.initialized)return t.backend;if(t.aborted)return t.error;{let n=!!t.initPromise;try{return n||(t.initPromise=t.backend.init(e)),await t.initPromise,t.initialized=!0,t.backend}catch(e){return n||(t.error=`${e}`,t.aborted=!0),t.error}finally{delete t.initPromise}}},m=async e=>{let t=e.executionProviders||[],n=t.map(e=>typeof e==`string`?e:e.name),r=n.length===0?d:n,i,a=[],o=/* @__PURE__ */ new Set;for(let e of r){let t=await p(e);typeof t==`string`?a.push({name:e,err:t}):(i||=t,i===t&&o.add(e))}if(!i)throw Error(`no available backend found. ERR: ${a.map(e=>`[${e.name}] ${e.err}`).join(`, `)}`);for(let{name:e,err:t}of a)n.includes(e)&&console.warn(`removing requested execution provider \"${e}\" from session options because it is not available: ${t}`);let s=t.filter(e=>o.has(typeof e==`string`?e:e.name));return[i,new Proxy(e,{get:(e,t)=>t===`executionProviders`?s:Reflect.get(e,t)})]}}),g=o(()=>{h()}),_,v=o(()=>{_=`1.30.0`}),y,b,ee=o(()=>{v(),y=`warning`,b={wasm:{},webgl:{},webgpu:{},versions:{common:_},set logLevel(e){if(e!==void 0){if(typeof e!=`string`||[`verbose`,`info`,`warning`,`error`,`fatal`].indexOf(e)===-1)throw Error(`Unsupported logging level: ${e}`);y=e}},get logLevel(){return y}},Object.defineProperty(b,\"logLevel\",{enumerable:!0})}),x,te=o(()=>{ee(),x=b}),S,C,ne=o(()=>{S=(e,t)=>{let n=typeof document<`u`?document.createElement(`canvas`):new OffscreenCanvas(1,1);n.width=e.dims[3],n.height=e.dims[2];let r=n.getContext(`2d`);if(r!=null){let i,a;t?.tensorLayout!==void 0&&t.tensorLayout===`NHWC`?(i=e.dims[2],a=e.dims[3]):(i=e.dims[3],a=e.dims[2]);let o=t?.format===void 0?`RGB`:t.format,s=t?.norm,c,l;s===void 0||s.mean===void 0?c=[255,255,255,255]:typeof s.mean==`number`?c=[s.mean,s.mean,s.mean,s.mean]:(c=[s.mean[0],s.mean[1],s.mean[2],0],s.mean[3]!==void 0&&(c[3]=s.mean[3])),s===void 0||s.bias===void 0?l=[0,0,0,0]:typeof s.bias==`number`?l=[s.bias,s.bias,s.bias,s.bias]:(l=[s.bias[0],s.bias[1],s.bias[2],0],s.bias[3]!==void 0&&(l[3]=s.bias[3]));let u=a*i,d=0,f=u,p=u*2,m=-1;o===`RGBA`?(d=0,f=u,p=u*2,m=u*3):o===`RGB`?(d=0,f=u,p=u*2):o===`RBG`&&(d=0,p=u,f=u*2);for(let t=0;t<a;t++)for(let n=0;n<i;n++){let i=(e.data[d++]-l[0])*c[0],a=(e.data[f++]-l[1])*c[1],o=(e.data[p++]-l[2])*c[2],s=m===-1?255:(e.data[m++]-l[3])*c[3];r.fillStyle=`rgba(`+i+`,`+a+`,`+o+`,`+s+`)`,r.fillRect(n,t,1,1)}if(`toDataURL`in n)return n.toDataURL();throw Error(`toDataURL is not supported`)}throw Error(`Can not access image data`)},C=(e,t)=>{let n=typeof document<`u`?document.createElement(`canvas`).getContext(`2d`):new OffscreenCanvas(1,1).getContext(`2d`),r;if(n!=null){let i,a,o;t?.tensorLayout!==void 0&&t.tensorLayout===`NHWC`?(i=e.dims[2],a=e.dims[1],o=e.dims[3]):(i=e.dims[3],a=e.dims[2],o=e.dims[1]);let s=t!==void 0&&t.format!==void 0?t.format:`RGB`,c=t?.norm,l,u;c===void 0||c.mean===void 0?l=[255,255,255,255]:typeof c.mean==`number`?l=[c.mean,c.mean,c.mean,c.mean]:(l=[c.mean[0],c.mean[1],c.mean[2],255],c.mean[3]!==void 0&&(l[3]=c.mean[3])),c===void 0||c.bias===void 0?u=[0,0,0,0]:typeof c.bias==`number`?u=[c.bias,c.bias,c.bias,c.bias]:(u=[c.bias[0],c.bias[1],c.bias[2],0],c.bias[3]!==void 0&&(u[3]=c.bias[3]));let d=a*i;if(t!==void 0&&(t.format!==void 0&&o===4&&t.format!==`RGBA`||o===3&&t.format!==`RGB`&&t.format!==`BGR`))throw Error(`Tensor format doesn't match input tensor dims`);let f=0,p=1,m=2,h=3,g=0,_=d,v=d*2,y=-1;s===`RGBA`?(g=0,_=d,v=d*2,y=d*3):s===`RGB`?(g=0,_=d,v=d*2):s===`RBG`&&(g=0,v=d,_=d*2),r=n.createImageData(i,a);for(let t=0;t<a*i;f+=4,p+=4,m+=4,h+=4,t++)r.data[f]=(e.data[g++]-u[0])*l[0],r.data[p]=(e.data[_++]-u[1])*l[1],r.data[m]=(e.data[v++]-u[2])*l[2],r.data[h]=y===-1?255:(e.data[y++]-u[3])*l[3]}else throw Error(`Can not access image data`);return r}}),w,re,ie,ae,oe,se,ce=o(()=>{he(),w=(e,t)=>{if(e===void 0)throw Error(`Image buffer must be defined`);if(t.height===void 0||t.width===void 0)throw Error(`Image height and width must be defined`);if(t.tensorLayout===`NHWC`)throw Error(`NHWC Tensor layout is not supported yet`);let{height:n,width:r}=t,i=t.norm??{mean:255,bias:0},a,o;a=typeof i.mean==`number`?[i.mean,i.mean,i.mean,i.mean]:[i.mean[0],i.mean[1],i.mean[2],i.mean[3]??255],o=typeof i.bias==`number`?[i.bias,i.bias,i.bias,i.bias]:[i.bias[0],i.bias[1],i.bias[2],i.bias[3]??0];let s=t.format===void 0?`RGBA`:t.format,c=t.tensorFormat!==void 0&&t.tensorFormat!==void 0?t.tensorFormat:`RGB`,l=n*r,u=c===`RGBA`?new Float32Array(l*4):new Float32Array(l*3),d=4,f=0,p=1,m=2,h=3,g=0,_=l,v=l*2,y=-1;s===`RGB`&&(d=3,f=0,p=1,m=2,h=-1),c===`RGBA`?y=l*3:c===`RBG`?(g=0,v=l,_=l*2):c===`BGR`&&(v=0,_=l,g=l*2);for(let t=0;t<l;t++,f+=d,m+=d,p+=d,h+=d)u[g++]=(e[f]+o[0])/a[0],u[_++]=(e[p]+o[1])/a[1],u[v++]=(e[m]+o[2])/a[2],y!==-1&&h!==-1&&(u[y++]=(e[h]+o[3])/a[3]);return c===`RGBA`?new D(`float32`,u,[1,4,n,r]):new D(`float32`,u,[1,3,n,r])},re=async(e,t)=>{let n=typeof HTMLImageElement<`u`&&e instanceof HTMLImageElement,r=typeof ImageData<`u`&&e instanceof ImageData,i=typeof ImageBitmap<`u`&&e instanceof ImageBitmap,a=typeof e==`string`,o,s=t??{},c=()=>{if(typeof document<`u`)return document.createElement(`canvas`);if(typeof OffscreenCanvas<`u`)return new OffscreenCanvas(1,1);throw Error(`Canvas is not supported`)},l=e=>typeof HTMLCanvasElement<`u`&&e instanceof HTMLCanvasElement||e instanceof OffscreenCanvas?e.getContext(`2d`):null;if(n){let n=c();n.width=e.width,n.height=e.height;let r=l(n);if(r!=null){let n=e.height,i=e.width;if(t!==void 0&&t.resizedHeight!==void 0&&t.resizedWidth!==void 0&&(n=t.resizedHeight,i=t.resizedWidth),t!==void 0){if(s=t,t.tensorFormat!==void 0)throw Error(`Image input config format must be RGBA for HTMLImageElement`);s.tensorFormat=`RGBA`,s.height=n,s.width=i}else s.tensorFormat=`RGBA`,s.height=n,s.width=i;r.drawImage(e,0,0),o=r.getImageData(0,0,i,n).data}else throw Error(`Can not access image data`)}else if(r){let n,r;if(t!==void 0&&t.resizedWidth!==void 0&&t.resizedHeight!==void 0?(n=t.resizedHeight,r=t.resizedWidth):(n=e.height,r=e.width),t!==void 0&&(s=t),s.format=`RGBA`,s.height=n,s.width=r,t!==void 0){let t=c();t.width=r,t.height=n;let i=l(t);if(i!=null)i.putImageData(e,0,0),o=i.getImageData(0,0,r,n).data;else throw Error(`Can not access image data`)}else o=e.data}else if(i){if(t===void 0)throw Error(`Please provide image config with format for Imagebitmap`);let n=c();n.width=e.width,n.height=e.height;let r=l(n);if(r!=null){let t=e.height,n=e.width;return r.drawImage(e,0,0,n,t),o=r.getImageData(0,0,n,t).data,s.height=t,s.width=n,w(o,s)}throw Error(`Can not access image data`)}else{if(a)return new Promise((t,n)=>{let r=c(),i=l(r);if(!e||!i)return n();let a=new Image;a.crossOrigin=`Anonymous`,a.src=e,a.onload=()=>{r.width=a.width,r.height=a.height,i.drawImage(a,0,0,r.width,r.height);let e=i.getImageData(0,0,r.width,r.height);s.height=r.height,s.width=r.width,t(w(e.data,s))}});throw Error(`Input data provided is not supported - aborted tensor creation`)}if(o!==void 0)return w(o,s);throw Error(`Input data provided is not supported - aborted tensor creation`)},ie=(e,t)=>{let{width:n,height:r,download:i,dispose:a}=t;return new D({location:`texture`,type:`float32`,texture:e,dims:[1,r,n,4],download:i,dispose:a})},ae=(e,t)=>{let{dataType:n,dims:r,download:i,dispose:a}=t;return new D({location:`gpu-buffer`,type:n??`float32`,gpuBuffer:e,dims:r,download:i,dispose:a})},oe=(e,t)=>{let{dataType:n,dims:r,download:i,dispose:a}=t;return new D({location:`ml-tensor`,type:n??`float32`,mlTensor:e,dims:r,download:i,dispose:a})},se=(e,t,n)=>new D({location:`cpu-pinned`,type:e,data:t,dims:n??[t.length]})}),T,E,le,ue,de=o(()=>{T=/* @__PURE__ */ new Map([[`float32`,Float32Array],[`uint8`,Uint8Array],[`int8`,Int8Array],[`uint16`,Uint16Array],[`int16`,Int16Array],[`int32`,Int32Array],[`bool`,Uint8Array],[`float64`,Float64Array],[`uint32`,Uint32Array],[`int4`,Uint8Array],[`uint4`,Uint8Array]]),E=/* @__PURE__ */ new Map([[Float32Array,`float32`],[Uint8Array,`uint8`],[Int8Array,`int8`],[Uint16Array,`uint16`],[Int16Array,`int16`],[Int32Array,`int32`],[Float64Array,`float64`],[Uint32Array,`uint32`]]),le=!1,ue=()=>{if(!le){le=!0;let e=typeof BigInt64Array<`u`&&BigInt64Array.from,t=typeof BigUint64Array<`u`&&BigUint64Array.from,n=globalThis.Float16Array,r=typeof n<`u`&&n.from;e&&(T.set(`int64`,BigInt64Array),E.set(BigInt64Array,`int64`)),t&&(T.set(`uint64`,BigUint64Array),E.set(BigUint64Array,`uint64`)),r?(T.set(`float16`,n),E.set(n,`float16`)):T.set(`float16`,Uint16Array)}}}),fe,pe,me=o(()=>{he(),fe=e=>{let t=1;for(let n=0;n<e.length;n++){let r=e[n];if(typeof r!=`number`||!Number.isSafeInteger(r))throw TypeError(`dims[${n}] must be an integer, got: ${r}`);if(r<0)throw RangeError(`dims[${n}] must be a non-negative integer, got: ${r}`);t*=r}return t},pe=(e,t)=>{switch(e.location){case`cpu`:return new D(e.type,e.data,t);case`cpu-pinned`:return new D({location:`cpu-pinned`,data:e.data,type:e.type,dims:t});case`texture`:return new D({location:`texture`,texture:e.texture,type:e.type,dims:t});case`gpu-buffer`:return new D({location:`gpu-buffer`,gpuBuffer:e.gpuBuffer,type:e.type,dims:t});case`ml-tensor`:return new D({location:`ml-tensor`,mlTensor:e.mlTensor,type:e.type,dims:t});default:throw Error(`tensorReshape: tensor location ${e.location} is not supported`)}}}),D,he=o(()=>{ne(),ce(),de(),me(),D=class{constructor(e,t,n){ue();let r,i;if(typeof e==`object`&&`location`in e)switch(this.dataLocation=e.location,r=e.type,i=e.dims,e.location){case`cpu-pinned`:{let t=T.get(r);if(!t)throw TypeError(`unsupported type \"${r}\" to create tensor from pinned buffer`);if(!(e.data instanceof t))throw TypeError(`buffer should be of type ${t.name}`);this.cpuData=e.data;break}case`texture`:if(r!==`float32`)throw TypeError(`unsupported type \"${r}\" to create tensor from texture`);this.gpuTextureData=e.texture,this.downloader=e.download,this.disposer=e.dispose;break;case`gpu-buffer`:if(r!==`float32`&&r!==`float16`&&r!==`int32`&&r!==`int64`&&r!==`uint32`&&r!==`uint8`&&r!==`bool`&&r!==`uint4`&&r!==`int4`)throw TypeError(`unsupported type \"${r}\" to create tensor from gpu buffer`);this.gpuBufferData=e.gpuBuffer,this.downloader=e.download,this.disposer=e.dispose;break;case`ml-tensor`:if(r!==`float32`&&r!==`float16`&&r!==`int32`&&r!==`int64`&&r!==`uint32`&&r!==`uint64`&&r!==`int8`&&r!==`uint8`&&r!==`bool`&&r!==`uint4`&&r!==`int4`)throw TypeError(`unsupported type \"${r}\" to create tensor from MLTensor`);this.mlTensorData=e.mlTensor,this.downloader=e.download,this.disposer=e.dispose;break;default:throw Error(`Tensor constructor: unsupported location '${this.dataLocation}'`)}else{let a,o;if(typeof e==`string`){if(r=e,o=n,e===`string`){if(!Array.isArray(t))throw TypeError(`A string tensor's data must be a string array.`);a=t}else{let n=T.get(e);if(n===void 0)throw TypeError(`Unsupported tensor type: ${e}.`);if(Array.isArray(t)){if(e===`float16`&&n===Uint16Array||e===`uint4`||e===`int4`)throw TypeError(`Creating a ${e} tensor from number array is not supported. Please use ${n.name} as data.`);a=e===`uint64`||e===`int64`?n.from(t,BigInt):n.from(t)}else if(t instanceof n)a=t;else if(t instanceof Uint8ClampedArray){if(e===`uint8`)a=Uint8Array.from(t);else throw TypeError(`A Uint8ClampedArray tensor's data must be type of uint8`)}else if(e===`float16`&&t instanceof Uint16Array&&n!==Uint16Array)a=new globalThis.Float16Array(t.buffer,t.byteOffset,t.length);else throw TypeError(`A ${r} tensor's data must be type of ${n}`)}}else if(o=t,Array.isArray(e)){if(e.length===0)throw TypeError(`Tensor type cannot be inferred from an empty array.`);let t=typeof e[0];if(t===`string`)r=`string`,a=e;else if(t===`boolean`)r=`bool`,a=Uint8Array.from(e);else throw TypeError(`Invalid element type of data array: ${t}.`)}else if(e instanceof Uint8ClampedArray)r=`uint8`,a=Uint8Array.from(e);else{let t=E.get(e.constructor);if(t===void 0)throw TypeError(`Unsupported type for tensor data: ${e.constructor}.`);r=t,a=e}if(o===void 0)o=[a.length];else if(!Array.isArray(o))throw TypeError(`A tensor's dims must be a number array`);i=o,this.cpuData=a,this.dataLocation=`cpu`}let a=fe(i);if(this.cpuData&&a!==this.cpuData.length&&(r!==`uint4`&&r!==`int4`||Math.ceil(a/2)!==this.cpuData.length))throw Error(`Tensor's size(${a}) does not match data length(${this.cpuData.length}).`);this.type=r,this.dims=i,this.size=a}static async fromImage(e,t){return re(e,t)}static fromTexture(e,t){return ie(e,t)}static fromGpuBuffer(e,t){return ae(e,t)}static fromMLTensor(e,t){return oe(e,t)}static fromPinnedBuffer(e,t,n){return se(e,t,n)}toDataURL(e){return S(this,e)}toImageData(e){return C(this,e)}get data(){if(this.ensureValid(),!this.cpuData)throw Error(\"The data is not on CPU. Use `getData()` to download GPU data to CPU, or use `texture` or `gpuBuffer` property to access the GPU data directly.\");return this.cpuData}get location(){return this.dataLocation}get texture(){if(this.ensureValid(),!this.gpuTextureData)throw Error(`The data is not stored as a WebGL texture.`);return this.gpuTextureData}get gpuBuffer(){if(this.ensureValid(),!this.gpuBufferData)throw Error(`The data is not stored as a WebGPU buffer.`);return this.gpuBufferData}get mlTensor(){if(this.ensureValid(),!this.mlTensorData)throw Error(`The data is not stored as a WebNN MLTensor.`);return this.mlTensorData}async getData(e){switch(this.ensureValid(),this.dataLocation){case`cpu`:case`cpu-pinned`:return this.data;case`texture`:case`gpu-buffer`:case`ml-tensor`:if(!this.downloader)throw Error(`The current tensor is not created with a specified data downloader.`);if(this.isDownloading)throw Error(`The current tensor is being downloaded.`);try{this.isDownloading=!0;let t=await this.downloader();return this.downloader=void 0,this.dataLocation=`cpu`,this.cpuData=t,e&&this.disposer&&(this.disposer(),this.disposer=void 0),t}finally{this.isDownloading=!1}default:throw Error(`cannot get data from location: ${this.dataLocation}`)}}dispose(){if(this.isDownloading)throw Error(`The current tensor is being downloaded.`);this.disposer&&=(this.disposer(),void 0),this.cpuData=void 0,this.gpuTextureData=void 0,this.gpuBufferData=void 0,this.mlTensorData=void 0,this.downloader=void 0,this.isDownloading=void 0,this.dataLocation=`none`}ensureValid(){if(this.dataLocation===`none`)throw Error(`The tensor is disposed.`)}reshape(e){if(this.ensureValid(),this.downloader||this.disposer)throw Error(`Cannot reshape a tensor that owns GPU resource.`);return pe(this,e)}}}),O,ge=o(()=>{he(),O=D}),_e,ve,k,A,j,M,ye=o(()=>{ee(),_e=(e,t)=>{(typeof b.trace>`u`?!b.wasm.trace:!b.trace)||console.timeStamp(`${e}::ORT::${t}`)},ve=(e,t)=>{let n=(/* @__PURE__ */ Error()).stack?.split(/\\r\\n|\\r|\\n/g)||[],r=!1;for(let i=0;i<n.length;i++){if(r&&!n[i].includes(`TRACE_FUNC`)){let r=`FUNC_${e}::${n[i].trim().split(` `)[1]}`;t&&(r+=`::${t}`),_e(`CPU`,r);return}n[i].includes(`TRACE_FUNC`)&&(r=!0)}},k=e=>{(typeof b.trace>`u`?!b.wasm.trace:!b.trace)||ve(`BEGIN`,e)},A=e=>{(typeof b.trace>`u`?!b.wasm.trace:!b.trace)||ve(`END`,e)},j=e=>{(typeof b.trace>`u`?!b.wasm.trace:!b.trace)||console.time(`ORT::${e}`)},M=e=>{(typeof b.trace>`u`?!b.wasm.trace:!b.trace)||console.timeEnd(`ORT::${e}`)}}),be,xe=o(()=>{h(),ge(),ye(),be=class e{constructor(e){this.handler=e}async run(e,t,n){k(),j(`InferenceSession.run`);let r={},i={};if(typeof e!=`object`||!e||e instanceof O||Array.isArray(e))throw TypeError(`'feeds' must be an object that use input names as keys and OnnxValue as corresponding values.`);let a=!0;if(typeof t==`object`){if(t===null)throw TypeError(`Unexpected argument[1]: cannot be null.`);if(t instanceof O)throw TypeError(`'fetches' cannot be a Tensor`);if(Array.isArray(t)){if(t.length===0)throw TypeError(`'fetches' cannot be an empty array.`);a=!1;for(let e of t){if(typeof e!=`string`)throw TypeError(`'fetches' must be a string array or an object.`);if(this.outputNames.indexOf(e)===-1)throw RangeError(`'fetches' contains invalid output name: ${e}.`);r[e]=null}if(typeof n==`object`&&n)i=n;else if(typeof n<`u`)throw TypeError(`'options' must be an object.`)}else{let e=!1,o=Object.getOwnPropertyNames(t);for(let n of this.outputNames)if(o.indexOf(n)!==-1){let i=t[n];(i===null||i instanceof O)&&(e=!0,a=!1,r[n]=i)}if(e){if(typeof n==`object`&&n)i=n;else if(typeof n<`u`)throw TypeError(`'options' must be an object.`)}else i=t}}else if(typeof t<`u`)throw TypeError(`Unexpected argument[1]: must be 'fetches' or 'options'.`);for(let t of this.inputNames)if(typeof e[t]>`u`)throw Error(`input '${t}' is missing in 'feeds'.`);if(a)for(let e of this.outputNames)r[e]=null;let o=await this.handler.run(e,r,i),s={};for(let e in o)if(Object.hasOwnProperty.call(o,e)){let t=o[e];s[e]=t instanceof O?t:new O(t.type,t.data,t.dims)}return M(`InferenceSession.run`),A(),s}async release(){return this.handler.dispose()}static async create(t,n,r,i){k(),j(`InferenceSession.create`);let a,o={};if(typeof t==`string`){if(a=t,typeof n==`object`&&n)o=n;else if(typeof n<`u`)throw TypeError(`'options' must be an object.`)}else if(t instanceof Uint8Array){if(a=t,typeof n==`object`&&n)o=n;else if(typeof n<`u`)throw TypeError(`'options' must be an object.`)}else if(t instanceof ArrayBuffer||typeof SharedArrayBuffer<`u`&&t instanceof SharedArrayBuffer){let e=t,s=0,c=t.byteLength;if(typeof n==`object`&&n)o=n;else if(typeof n==`number`){if(s=n,!Number.isSafeInteger(s))throw RangeError(`'byteOffset' must be an integer.`);if(s<0||s>=e.byteLength)throw RangeError(`'byteOffset' is out of range [0, ${e.byteLength}).`);if(c=t.byteLength-s,typeof r==`number`){if(c=r,!Number.isSafeInteger(c))throw RangeError(`'byteLength' must be an integer.`);if(c<=0||s+c>e.byteLength)throw RangeError(`'byteLength' is out of range (0, ${e.byteLength-s}].`);if(typeof i==`object`&&i)o=i;else if(typeof i<`u`)throw TypeError(`'options' must be an object.`)}else if(typeof r<`u`)throw TypeError(`'byteLength' must be a number.`)}else if(typeof n<`u`)throw TypeError(`'options' must be an object.`);a=new Uint8Array(e,s,c)}else throw TypeError(`Unexpected argument[0]: must be 'path' or 'buffer'.`);let[s,c]=await m(o),l=await s.createInferenceSessionHandler(a,c);return M(`InferenceSession.create`),A(),new e(l)}startProfiling(){this.handler.startProfiling()}endProfiling(){this.handler.endProfiling()}get inputNames(){return this.handler.inputNames}get outputNames(){return this.handler.outputNames}get inputMetadata(){return this.handler.inputMetadata}get outputMetadata(){return this.handler.outputMetadata}}}),Se,Ce=o(()=>{xe(),Se=be}),we=o(()=>{}),Te=o(()=>{}),Ee=o(()=>{}),De=o(()=>{});s({},{InferenceSession:()=>Se,TRACE:()=>_e,TRACE_EVENT_BEGIN:()=>j,TRACE_EVENT_END:()=>M,TRACE_FUNC_BEGIN:()=>k,TRACE_FUNC_END:()=>A,Tensor:()=>O,env:()=>x,registerBackend:()=>f});var N=o(()=>{g(),te(),Ce(),ge(),we(),Te(),ye(),Ee(),De()}),Oe=o(()=>{}),ke={};s(ke,{default:()=>Me});var Ae,je,Me,Ne=o(()=>{kt(),z(),Ke(),Ae=`ort-wasm-proxy-worker`,je=globalThis.self?.name===Ae,je&&(self.onmessage=e=>{let{type:t,in:n}=e.data;try{switch(t){case`init-wasm`:Qe(n.wasm).then(()=>{vt(n).then(()=>{postMessage({type:t})},e=>{postMessage({type:t,err:e})})},e=>{postMessage({type:t,err:e})});break;case`init-ep`:{let{epName:e,env:r}=n;yt(r,e).then(()=>{postMessage({type:t})},e=>{postMessage({type:t,err:e})});break}case`copy-from`:{let{buffer:e}=n,r=St(e);postMessage({type:t,out:r});break}case`create`:{let{model:e,options:r}=n;Ct(e,r).then(e=>{postMessage({type:t,out:e})},e=>{postMessage({type:t,err:e})});break}case`release`:wt(n),postMessage({type:t});break;case`run`:{let{sessionId:e,inputIndices:r,inputs:i,outputIndices:a,options:o}=n;Et(e,r,i,a,Array(a.length).fill(null),o).then(e=>{e.some(e=>e[3]!==`cpu`)?postMessage({type:t,err:`Proxy does not support non-cpu tensor location.`}):postMessage({type:t,out:e},Ot([...i,...e]))},e=>{postMessage({type:t,err:e})});break}case`end-profiling`:Dt(n),postMessage({type:t})}}catch(e){postMessage({type:t,err:e})}}),Me=je?null:e=>new Worker(e??P,{type:`module`,name:Ae})}),Pe,Fe,Ie,P,Le,F,Re,ze,Be,Ve,He,Ue,We,Ge,Ke=o(()=>{Oe(),Pe=typeof location>`u`?void 0:location.origin,Fe=import.meta.url>`file:`&&import.meta.url<`file;`,Ie=()=>Fe?new URL(new URL(`ort.wasm.min.mjs`,import.meta.url).href,Pe).href:import.meta.url,P=Ie(),Le=()=>{if(P&&!P.startsWith(`blob:`))return P.substring(0,P.lastIndexOf(`/`)+1)},F=(e,t)=>{try{let n=t??P;return(n?new URL(e,n):new URL(e)).origin===Pe}catch{return!1}},Re=(e,t)=>{let n=t??P;try{return(n?new URL(e,n):new URL(e)).href}catch{return}},ze=(e,t)=>`${t??`./`}${e}`,Be=async e=>{let t=await(await fetch(e,{credentials:`same-origin`})).blob();return URL.createObjectURL(t)},Ve=async e=>(await import(\n/*webpackIgnore:true*/\n/*@vite-ignore*/\ne)).default,He=(Ne(),l(ke)).default,Ue=async()=>{if(!P)throw Error(`Failed to load proxy worker: cannot determine the script source URL.`);if(F(P))return[void 0,He()];let e=await Be(P);return[e,He(e)]},We=void 0,Ge=async(e,t,n,r)=>{let i=We&&!(e||t);if(i){if(P)i=F(P)||r&&!n;else if(r&&!n)i=!0;else throw Error(`cannot determine the script source URL.`)}if(i)return[void 0,We];{let r=`ort-wasm-simd-threaded.mjs`,i=e??Re(r,t),a=n&&i&&!F(i,t),o=a?await Be(i):i??ze(r,t);return[a?o:void 0,await Ve(o)]}}}),qe,I,L,Je,Ye,Xe,Ze,Qe,R,z=o(()=>{Ke(),I=!1,L=!1,Je=!1,Ye=()=>{if(typeof SharedArrayBuffer>`u`)return!1;try{return typeof MessageChannel<`u`&&new MessageChannel().port1.postMessage(new SharedArrayBuffer(1)),WebAssembly.validate(new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,5,4,1,3,1,1,10,11,1,9,0,65,0,254,16,2,0,26,11]))}catch{return!1}},Xe=()=>{try{return WebAssembly.validate(new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,10,30,1,28,0,65,0,253,15,253,12,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,253,186,1,26,11]))}catch{return!1}},Ze=()=>{try{return WebAssembly.validate(new Uint8Array([0,97,115,109,1,0,0,0,1,5,1,96,0,1,123,3,2,1,0,10,19,1,17,0,65,1,253,15,65,2,253,15,65,3,253,15,253,147,2,11]))}catch{return!1}},Qe=async e=>{if(I)return Promise.resolve();if(L)throw Error(`multiple calls to 'initializeWebAssembly()' detected.`);if(Je)throw Error(`previous call to 'initializeWebAssembly()' failed.`);L=!0;let t=e.initTimeout,n=e.numThreads;if(e.simd!==!1){if(e.simd===`relaxed`){if(!Ze())throw Error(`Relaxed WebAssembly SIMD is not supported in the current environment.`)}else if(!Xe())throw Error(`WebAssembly SIMD is not supported in the current environment.`)}let r=Ye();n>1&&!r&&(typeof self<`u`&&!self.crossOriginIsolated&&console.warn(`env.wasm.numThreads is set to `+n+`, but this will not work unless you enable crossOriginIsolated mode. See https://web.dev/cross-origin-isolation-guide/ for more info.`),console.warn(`WebAssembly multi-threading is not supported in the current environment. Falling back to single-threading.`),e.numThreads=n=1);let i=e.wasmPaths,a=typeof i==`string`?i:void 0,o=i?.mjs,s=o?.href??o,c=i?.wasm,l=c?.href??c,u=e.wasmBinary,[d,f]=await Ge(s,a,n>1,!!u||!!l),p=!1,m=[];if(t>0&&m.push(new Promise(e=>{setTimeout(()=>{p=!0,e()},t)})),m.push(new Promise((e,t)=>{let r={numThreads:n};if(u)r.wasmBinary=u,r.locateFile=e=>e;else if(l||a)r.locateFile=e=>l??a+e;else if(s&&s.indexOf(`blob:`)!==0)r.locateFile=e=>new URL(e,s).href;else if(d){let e=Le();e&&(r.locateFile=t=>e+t)}f(r).then(t=>{L=!1,I=!0,qe=t,e(),d&&URL.revokeObjectURL(d)},e=>{L=!1,Je=!0,t(e)})})),await Promise.race(m),p)throw Error(`WebAssembly backend initializing failed due to timeout: ${t}ms`)},R=()=>{if(I&&qe)return qe;throw Error(`WebAssembly is not initialized yet.`)}}),B,V,H,$e=o(()=>{z(),B=(e,t)=>{let n=R(),r=n.lengthBytesUTF8(e)+1,i=n._malloc(r);return n.stringToUTF8(e,i,r),t.push(i),i},V=(e,t,n,r)=>{if(typeof e==`object`&&e){if(n.has(e))throw Error(`Circular reference in options`);n.add(e)}Object.entries(e).forEach(([e,i])=>{let a=t?t+e:e;if(typeof i==`object`)V(i,a+`.`,n,r);else if(typeof i==`string`||typeof i==`number`)r(a,i.toString());else if(typeof i==`boolean`)r(a,i?`1`:`0`);else throw Error(`Can't handle extra config type: ${typeof i}`)})},H=e=>{let t=R(),n=t.stackSave();try{let n=t.PTR_SIZE,r=t.stackAlloc(2*n);t._OrtGetLastError(r,r+n);let i=Number(t.getValue(r,n===4?`i32`:`i64`)),a=t.getValue(r+n,`*`),o=a?t.UTF8ToString(a):``;throw Error(`${e} ERROR_CODE: ${i}, ERROR_MESSAGE: ${o}`)}finally{t.stackRestore(n)}}}),et,tt=o(()=>{z(),$e(),et=e=>{let t=R(),n=0,r=[],i=e||{};try{if(e?.logSeverityLevel===void 0)i.logSeverityLevel=2;else if(typeof e.logSeverityLevel!=`number`||!Number.isInteger(e.logSeverityLevel)||e.logSeverityLevel<0||e.logSeverityLevel>4)throw Error(`log severity level is not valid: ${e.logSeverityLevel}`);if(e?.logVerbosityLevel===void 0)i.logVerbosityLevel=0;else if(typeof e.logVerbosityLevel!=`number`||!Number.isInteger(e.logVerbosityLevel))throw Error(`log verbosity level is not valid: ${e.logVerbosityLevel}`);e?.terminate===void 0&&(i.terminate=!1);let a=0;return e?.tag!==void 0&&(a=B(e.tag,r)),n=t._OrtCreateRunOptions(i.logSeverityLevel,i.logVerbosityLevel,!!i.terminate,a),n===0&&H(`Can't create run options.`),e?.extra!==void 0&&V(e.extra,``,/* @__PURE__ */ new WeakSet,(e,i)=>{let a=B(e,r),o=B(i,r);t._OrtAddRunConfigEntry(n,a,o)!==0&&H(`Can't set a run config entry: ${e} - ${i}.`)}),[n,r]}catch(e){throw n!==0&&t._OrtReleaseRunOptions(n),r.forEach(e=>t._free(e)),e}}}),nt,rt,it,U,at,ot,st=o(()=>{z(),$e(),nt=e=>{switch(e){case`disabled`:return 0;case`basic`:return 1;case`extended`:return 2;case`layout`:return 3;case`all`:return 99;default:throw Error(`unsupported graph optimization level: ${e}`)}},rt=e=>{switch(e){case`sequential`:return 0;case`parallel`:return 1;default:throw Error(`unsupported execution mode: ${e}`)}},it=e=>{e.extra||={},e.extra.session||(e.extra.session={});let t=e.extra.session;t.use_ort_model_bytes_directly||=`1`,e.executionProviders&&e.executionProviders.some(e=>(typeof e==`string`?e:e.name)===`webgpu`)&&(e.enableMemPattern=!1)},U=(e,t,n,r)=>{let i=B(t,r),a=B(n,r);R()._OrtAddSessionConfigEntry(e,i,a)!==0&&H(`Can't set a session config entry: ${t} - ${n}.`)},at=async(e,t,n)=>{let r=t.executionProviders;for(let t of r){let r=typeof t==`string`?t:t.name,i=[];switch(r){case`webnn`:if(r=`WEBNN`,U(e,`session.disable_quant_qdq`,`1`,n),U(e,`session.disable_qdq_constant_folding`,`1`,n),typeof t!=`string`){let r=t?.deviceType;r&&U(e,`deviceType`,r,n)}break;case`webgpu`:if(r=`JS`,typeof t!=`string`){let r=t;if(r?.preferredLayout){if(r.preferredLayout!==`NCHW`&&r.preferredLayout!==`NHWC`)throw Error(`preferredLayout must be either 'NCHW' or 'NHWC': ${r.preferredLayout}`);U(e,`preferredLayout`,r.preferredLayout,n)}}break;case`wasm`:case`cpu`:continue;default:throw Error(`not supported execution provider: ${r}`)}let a=B(r,n),o=i.length,s=0,c=0;if(o>0){s=R()._malloc(o*R().PTR_SIZE),n.push(s),c=R()._malloc(o*R().PTR_SIZE),n.push(c);for(let e=0;e<o;e++)R().setValue(s+e*R().PTR_SIZE,i[e][0],`*`),R().setValue(c+e*R().PTR_SIZE,i[e][1],`*`)}await R()._OrtAppendExecutionProvider(e,a,s,c,o)!==0&&H(`Can't append execution provider: ${r}.`)}},ot=async e=>{let t=R(),n=0,r=[],i=e||{};it(i);try{let e=nt(i.graphOptimizationLevel??`all`),a=rt(i.executionMode??`sequential`),o=typeof i.logId==`string`?B(i.logId,r):0,s=i.logSeverityLevel??2;if(!Number.isInteger(s)||s<0||s>4)throw Error(`log severity level is not valid: ${s}`);let c=i.logVerbosityLevel??0;if(!Number.isInteger(c)||c<0||c>4)throw Error(`log verbosity level is not valid: ${c}`);let l=typeof i.optimizedModelFilePath==`string`?B(i.optimizedModelFilePath,r):0;if(n=t._OrtCreateSessionOptions(e,!!i.enableCpuMemArena,!!i.enableMemPattern,a,!!i.enableProfiling,0,o,s,c,l),n===0&&H(`Can't create session options.`),i.executionProviders&&await at(n,i,r),i.enableGraphCapture!==void 0){if(typeof i.enableGraphCapture!=`boolean`)throw Error(`enableGraphCapture must be a boolean value: ${i.enableGraphCapture}`);U(n,`enableGraphCapture`,i.enableGraphCapture.toString(),r)}if(i.freeDimensionOverrides)for(let[e,a]of Object.entries(i.freeDimensionOverrides)){if(typeof e!=`string`)throw Error(`free dimension override name must be a string: ${e}`);if(typeof a!=`number`||!Number.isInteger(a)||a<0)throw Error(`free dimension override value must be a non-negative integer: ${a}`);let i=B(e,r);t._OrtAddFreeDimensionOverride(n,i,a)!==0&&H(`Can't set a free dimension override: ${e} - ${a}.`)}return i.extra!==void 0&&V(i.extra,``,/* @__PURE__ */ new WeakSet,(e,t)=>{U(n,e,t,r)}),[n,r]}catch(e){throw n!==0&&t._OrtReleaseSessionOptions(n)!==0&&H(`Can't release session options.`),r.forEach(e=>t._free(e)),e}}}),W,ct,G,lt,ut,dt,ft,pt,mt=o(()=>{W=e=>{switch(e){case`int8`:return 3;case`uint8`:return 2;case`bool`:return 9;case`int16`:return 5;case`uint16`:return 4;case`int32`:return 6;case`uint32`:return 12;case`float16`:return 10;case`float32`:return 1;case`float64`:return 11;case`string`:return 8;case`int64`:return 7;case`uint64`:return 13;case`int4`:return 22;case`uint4`:return 21;default:throw Error(`unsupported data type: ${e}`)}},ct=e=>{switch(e){case 3:return`int8`;case 2:return`uint8`;case 9:return`bool`;case 5:return`int16`;case 4:return`uint16`;case 6:return`int32`;case 12:return`uint32`;case 10:return`float16`;case 1:return`float32`;case 11:return`float64`;case 8:return`string`;case 7:return`int64`;case 13:return`uint64`;case 22:return`int4`;case 21:return`uint4`;default:throw Error(`unsupported data type: ${e}`)}},G=(e,t)=>{let n=[-1,4,1,1,2,2,4,8,-1,1,2,8,4,8,-1,-1,-1,-1,-1,-1,-1,.5,.5][e],r=typeof t==`number`?t:t.reduce((e,t)=>e*t,1);return n>0?Math.ceil(r*n):void 0},lt=e=>{switch(e){case`float16`:return typeof Float16Array<`u`?Float16Array:Uint16Array;case`float32`:return Float32Array;case`uint8`:return Uint8Array;case`int8`:return Int8Array;case`uint16`:return Uint16Array;case`int16`:return Int16Array;case`int32`:return Int32Array;case`bool`:return Uint8Array;case`float64`:return Float64Array;case`uint32`:return Uint32Array;case`int64`:return BigInt64Array;case`uint64`:return BigUint64Array;default:throw Error(`unsupported type: ${e}`)}},ut=e=>{switch(e){case`verbose`:return 0;case`info`:return 1;case`warning`:return 2;case`error`:return 3;case`fatal`:return 4;default:throw Error(`unsupported logging level: ${e}`)}},dt=e=>e===`float32`||e===`float16`||e===`int32`||e===`int64`||e===`uint32`||e===`uint8`||e===`bool`||e===`uint4`||e===`int4`,ft=e=>e===`float32`||e===`float16`||e===`int32`||e===`int64`||e===`uint32`||e===`uint64`||e===`int8`||e===`uint8`||e===`bool`||e===`uint4`||e===`int4`,pt=e=>{switch(e){case`none`:return 0;case`cpu`:return 1;case`cpu-pinned`:return 2;case`texture`:return 3;case`gpu-buffer`:return 4;case`ml-tensor`:return 5;default:throw Error(`unsupported data location: ${e}`)}}}),ht,gt=o(()=>{Oe(),ht=async e=>{if(typeof e==`string`){let t=await fetch(e);if(!t.ok)throw Error(`failed to load external data file: ${e}`);let n=t.headers.get(`Content-Length`),r=n?parseInt(n,10):0;if(r<1073741824)return new Uint8Array(await t.arrayBuffer());{if(!t.body)throw Error(`failed to load external data file: ${e}, no response body.`);let n=t.body.getReader(),i;try{i=new ArrayBuffer(r)}catch(e){if(e instanceof RangeError){let e=Math.ceil(r/65536);i=new WebAssembly.Memory({initial:e,maximum:e}).buffer}else throw e}let a=0;for(;;){let{done:e,value:t}=await n.read();if(e)break;let r=t.byteLength;new Uint8Array(i,a,r).set(t),a+=r}return new Uint8Array(i,0,r)}}return e instanceof Blob?new Uint8Array(await e.arrayBuffer()):e instanceof Uint8Array?e:new Uint8Array(e)}}),_t,vt,yt,K,bt,xt,St,Ct,wt,Tt,Et,Dt,Ot,kt=o(()=>{N(),tt(),st(),mt(),z(),$e(),gt(),_t=(e,t)=>{R()._OrtInit(e,t)!==0&&H(`Can't initialize onnxruntime.`)},vt=async e=>{_t(e.wasm.numThreads,ut(e.logLevel))},yt=async(e,t)=>{R().asyncInit?.();let n=e.webgpu.adapter;if(t===`webgpu`){if(typeof navigator>`u`||!navigator.gpu)throw Error(`WebGPU is not supported in current environment`);if(n){if(typeof n.limits!=`object`||typeof n.features!=`object`||typeof n.requestDevice!=`function`)throw Error(\"Invalid GPU adapter set in `env.webgpu.adapter`. It must be a GPUAdapter object.\")}else{let t=e.webgpu.powerPreference;if(t!==void 0&&t!==`low-power`&&t!==`high-performance`)throw Error(`Invalid powerPreference setting: \"${t}\"`);let r=e.webgpu.forceFallbackAdapter;if(r!==void 0&&typeof r!=`boolean`)throw Error(`Invalid forceFallbackAdapter setting: \"${r}\"`);if(n=await navigator.gpu.requestAdapter({powerPreference:t,forceFallbackAdapter:r}),!n)throw Error(`Failed to get GPU adapter. You may need to enable flag \"--enable-unsafe-webgpu\" if you are using Chrome.`)}}if(t===`webnn`&&(typeof navigator>`u`||!navigator.ml))throw Error(`WebNN is not supported in current environment`)},K=/* @__PURE__ */ new Map,bt=e=>{let t=R(),n=t.stackSave();try{let n=t.PTR_SIZE,r=t.stackAlloc(2*n);t._OrtGetInputOutputCount(e,r,r+n)!==0&&H(`Can't get session input/output count.`);let i=n===4?`i32`:`i64`;return[Number(t.getValue(r,i)),Number(t.getValue(r+n,i))]}finally{t.stackRestore(n)}},xt=(e,t)=>{let n=R(),r=n.stackSave(),i=0;try{let r=n.PTR_SIZE,a=n.stackAlloc(2*r);n._OrtGetInputOutputMetadata(e,t,a,a+r)!==0&&H(`Can't get session input/output metadata.`);let o=Number(n.getValue(a,`*`));i=Number(n.getValue(a+r,`*`));let s=n.HEAP32[i/4];if(s===0)return[o,0];let c=n.HEAPU32[i/4+1],l=[];for(let e=0;e<c;e++){let t=Number(n.getValue(i+8+e*r,`*`));l.push(t===0?Number(n.getValue(i+8+(e+c)*r,`*`)):n.UTF8ToString(t))}return[o,s,l]}finally{n.stackRestore(r),i!==0&&n._OrtFree(i)}},St=e=>{let t=R(),n=t._malloc(e.byteLength);if(n===0)throw Error(`Can't create a session. failed to allocate a buffer of size ${e.byteLength}.`);return t.HEAPU8.set(e,n),[n,e.byteLength]},Ct=async(e,t)=>{let n,r,i=R();Array.isArray(e)?[n,r]=e:e.buffer===i.HEAPU8.buffer?[n,r]=[e.byteOffset,e.byteLength]:[n,r]=St(e);let a=0,o=0,s=[],c=[],l=[];try{if([o,s]=await ot(t),t?.externalData&&i.mountExternalData){let e=[];for(let n of t.externalData){let t=typeof n==`string`?n:n.path,r=typeof n==`string`?n:n.data;e.push(ht(r).then(e=>{i.mountExternalData(t,e)}))}await Promise.all(e)}for(let e of t?.executionProviders??[])if((typeof e==`string`?e:e.name)===`webnn`){if(i.shouldTransferToMLTensor=!1,typeof e!=`string`){let t=e,n=t?.context,r=t?.gpuDevice,a=t?.deviceType,o=t?.powerPreference;i.currentContext=n||(r?await i.webnnCreateMLContext(r):await i.webnnCreateMLContext({deviceType:a,powerPreference:o}))}else i.currentContext=await i.webnnCreateMLContext();break}a=await i._OrtCreateSession(n,r,o),i.webgpuOnCreateSession?.(a),a===0&&H(`Can't create a session.`),i.jsepOnCreateSession?.(),i.currentContext&&(i.webnnRegisterMLContext(a,i.currentContext),i.currentContext=void 0,i.shouldTransferToMLTensor=!0);let[e,u]=bt(a),d=!!t?.enableGraphCapture,f=[],p=[],m=[],h=[];for(let t=0;t<e;t++){let[e,n,r]=xt(a,t);e===0&&H(`Can't get an input name.`),c.push(e);let o=i.UTF8ToString(e);f.push(o),m.push(n===0?{name:o,isTensor:!1}:{name:o,isTensor:!0,type:ct(n),shape:r})}for(let t=0;t<u;t++){let[n,r,o]=xt(a,t+e);n===0&&H(`Can't get an output name.`),l.push(n);let s=i.UTF8ToString(n);p.push(s),h.push(r===0?{name:s,isTensor:!1}:{name:s,isTensor:!0,type:ct(r),shape:o})}return K.set(a,[a,c,l,null,d,!1]),[a,f,p,m,h]}catch(e){throw c.forEach(e=>i._OrtFree(e)),l.forEach(e=>i._OrtFree(e)),a!==0&&i._OrtReleaseSession(a)!==0&&H(`Can't release session.`),e}finally{i._free(n),o!==0&&i._OrtReleaseSessionOptions(o)!==0&&H(`Can't release session options.`),s.forEach(e=>i._free(e)),i.unmountExternalData?.()}},wt=e=>{let t=R(),n=K.get(e);if(!n)throw Error(`cannot release session. invalid session id: ${e}`);let[r,i,a,o,s]=n;o&&(s&&t._OrtClearBoundOutputs(o.handle)!==0&&H(`Can't clear bound outputs.`),t._OrtReleaseBinding(o.handle)!==0&&H(`Can't release IO binding.`)),t.jsepOnReleaseSession?.(e),t.webnnOnReleaseSession?.(e),t.webgpuOnReleaseSession?.(e),i.forEach(e=>t._OrtFree(e)),a.forEach(e=>t._OrtFree(e)),t._OrtReleaseSession(r)!==0&&H(`Can't release session.`),K.delete(e)},Tt=async(e,t,n,r,i,a,o=!1)=>{if(!e){t.push(0);return}let s=R(),c=s.PTR_SIZE,l=e[0],u=e[1],d=e[3],f=d,p,m;if(l===`string`&&(d===`gpu-buffer`||d===`ml-tensor`))throw Error(`String tensor is not supported on GPU.`);if(o&&d!==`gpu-buffer`)throw Error(`External buffer must be provided for input/output index ${a} when enableGraphCapture is true.`);if(d===`gpu-buffer`){let t=e[2].gpuBuffer;m=G(W(l),u);{let e=s.jsepRegisterBuffer;if(!e)throw Error(`Tensor location \"gpu-buffer\" is not supported without using WebGPU.`);p=e(r,a,t,m)}}else if(d===`ml-tensor`){let t=e[2].mlTensor;m=G(W(l),u);let n=s.webnnRegisterMLTensor;if(!n)throw Error(`Tensor location \"ml-tensor\" is not supported without using WebNN.`);p=n(r,t,W(l),u)}else{let t=e[2];if(Array.isArray(t)){m=c*t.length,p=s._malloc(m),n.push(p);for(let e=0;e<t.length;e++){if(typeof t[e]!=`string`)throw TypeError(`tensor data at index ${e} is not a string`);s.setValue(p+e*c,B(t[e],n),`*`)}}else{let e=s.webnnIsGraphInput,a=s.webnnIsGraphOutput;if(l!==`string`&&e&&a){let o=s.UTF8ToString(i);if(e(r,o)||a(r,o)){let e=W(l);m=G(e,u),f=`ml-tensor`;let n=s.webnnCreateTemporaryTensor,i=s.webnnUploadTensor;if(!n||!i)throw Error(`Tensor location \"ml-tensor\" is not supported without using WebNN.`);let a=await n(r,e,u);i(a,new Uint8Array(t.buffer,t.byteOffset,t.byteLength)),p=a}else m=t.byteLength,p=s._malloc(m),n.push(p),s.HEAPU8.set(new Uint8Array(t.buffer,t.byteOffset,m),p)}else m=t.byteLength,p=s._malloc(m),n.push(p),s.HEAPU8.set(new Uint8Array(t.buffer,t.byteOffset,m),p)}}let h=s.stackSave(),g=s.stackAlloc(4*u.length);try{u.forEach((e,t)=>s.setValue(g+t*c,e,c===4?`i32`:`i64`));let e=s._OrtCreateTensor(W(l),p,m,g,u.length,pt(f));e===0&&H(`Can't create tensor for input/output. session=${r}, index=${a}.`),t.push(e)}finally{s.stackRestore(h)}},Et=async(e,t,n,r,i,a)=>{let o=R(),s=o.PTR_SIZE,c=K.get(e);if(!c)throw Error(`cannot run inference. invalid session id: ${e}`);let l=c[0],u=c[1],d=c[2],f=c[3],p=c[4];c[5];let m=t.length,h=r.length,g=0,_=[],v=[],y=[],b=[],ee=[],x=o.stackSave(),te=o.stackAlloc(m*s),S=o.stackAlloc(m*s),C=o.stackAlloc(h*s),ne=o.stackAlloc(h*s);try{[g,_]=et(a),j(`wasm prepareInputOutputTensor`);for(let r=0;r<m;r++)await Tt(n[r],v,b,e,u[t[r]],t[r],p);for(let t=0;t<h;t++)await Tt(i[t],y,b,e,d[r[t]],m+r[t],p);M(`wasm prepareInputOutputTensor`);for(let e=0;e<m;e++)o.setValue(te+e*s,v[e],`*`),o.setValue(S+e*s,u[t[e]],`*`);for(let e=0;e<h;e++)o.setValue(C+e*s,y[e],`*`),o.setValue(ne+e*s,d[r[e]],`*`);o.jsepOnRunStart?.(l),o.webnnOnRunStart?.(l);let c;c=await o._OrtRun(l,S,te,m,ne,h,C,g),c!==0&&H(`failed to call OrtRun().`);let x=[],w=[];j(`wasm ProcessOutputTensor`);for(let t=0;t<h;t++){let n=Number(o.getValue(C+t*s,`*`));if(n===y[t]||ee.includes(y[t])){x.push(i[t]),n!==y[t]&&o._OrtReleaseTensor(n)!==0&&H(`Can't release tensor.`);continue}let a=o.stackSave(),c=o.stackAlloc(4*s),l=!1,u,d=0;try{o._OrtGetTensorData(n,c,c+s,c+2*s,c+3*s)!==0&&H(`Can't access output tensor data on index ${t}.`);let i=s===4?`i32`:`i64`,a=Number(o.getValue(c,i));d=o.getValue(c+s,`*`);let p=o.getValue(c+s*2,`*`),m=Number(o.getValue(c+s*3,i)),h=[];for(let e=0;e<m;e++)h.push(Number(o.getValue(p+e*s,i)));o._OrtFree(p)!==0&&H(`Can't free memory for tensor dims.`);let g=h.reduce((e,t)=>e*t,1);u=ct(a);let _=f?.outputPreferredLocations[r[t]];if(u===`string`){if(_===`gpu-buffer`||_===`ml-tensor`)throw Error(`String tensor is not supported on GPU.`);let e=[];for(let t=0;t<g;t++){let n=o.getValue(d+t*s,`*`),r=o.getValue(d+(t+1)*s,`*`),i=t===g-1?void 0:r-n;e.push(o.UTF8ToString(n,i))}x.push([u,h,e,`cpu`])}else if(_===`gpu-buffer`&&g>0){let e=o.jsepGetBuffer;if(!e)throw Error(`preferredLocation \"gpu-buffer\" is not supported without using WebGPU.`);let t=e(d),r=G(a,g);if(r===void 0||!dt(u))throw Error(`Unsupported data type: ${u}`);l=!0,x.push([u,h,{gpuBuffer:t,download:o.jsepCreateDownloader(t,r,u),dispose:()=>{o._OrtReleaseTensor(n)!==0&&H(`Can't release tensor.`)}},`gpu-buffer`])}else if(_===`ml-tensor`&&g>0){let t=o.webnnEnsureTensor,r=o.webnnIsGraphInputOutputTypeSupported;if(!t||!r)throw Error(`preferredLocation \"ml-tensor\" is not supported without using WebNN.`);if(G(a,g)===void 0||!ft(u))throw Error(`Unsupported data type: ${u}`);if(!r(e,u,!1))throw Error(`preferredLocation \"ml-tensor\" for ${u} output is not supported by current WebNN Context.`);let i=await t(e,d,a,h,!1);l=!0,x.push([u,h,{mlTensor:i,download:o.webnnCreateMLTensorDownloader(d,u),dispose:()=>{o.webnnReleaseTensorId(d),o._OrtReleaseTensor(n)}},`ml-tensor`])}else if(_===`ml-tensor-cpu-output`&&g>0){let e=o.webnnCreateMLTensorDownloader(d,u)(),t=x.length;l=!0,w.push((async()=>{let r=[t,await e];return o.webnnReleaseTensorId(d),o._OrtReleaseTensor(n),r})()),x.push([u,h,[],`cpu`])}else{let e=new(lt(u))(g);new Uint8Array(e.buffer,e.byteOffset,e.byteLength).set(o.HEAPU8.subarray(d,d+e.byteLength)),x.push([u,h,e,`cpu`])}}finally{o.stackRestore(a),u===`string`&&d&&o._free(d),l||o._OrtReleaseTensor(n)}}f&&!p&&(o._OrtClearBoundOutputs(f.handle)!==0&&H(`Can't clear bound outputs.`),K.set(e,[l,u,d,f,p,!1]));for(let[e,t]of await Promise.all(w))x[e][2]=t;return M(`wasm ProcessOutputTensor`),x}finally{o.webnnOnRunEnd?.(l),o.stackRestore(x),v.forEach(e=>o._OrtReleaseTensor(e)),y.forEach(e=>o._OrtReleaseTensor(e)),b.forEach(e=>o._free(e)),g!==0&&o._OrtReleaseRunOptions(g),_.forEach(e=>o._free(e))}},Dt=e=>{let t=R(),n=K.get(e);if(!n)throw Error(`invalid session id`);let r=n[0],i=t._OrtEndProfiling(r);i===0&&H(`Can't get an profile file name.`),t._OrtFree(i)},Ot=e=>{let t=[];for(let n of e){let e=n[2];!Array.isArray(e)&&`buffer`in e&&t.push(e.buffer)}return t}}),q,J,Y,X,Z,At,jt,Mt,Q,$,Nt,Pt,Ft,It,Lt,Rt,zt,Bt,Vt=o(()=>{N(),kt(),z(),Ke(),q=()=>!!x.wasm.proxy&&typeof document<`u`,Y=!1,X=!1,Z=!1,Mt=/* @__PURE__ */ new Map,Q=(e,t)=>{let n=Mt.get(e);n?n.push(t):Mt.set(e,[t])},$=()=>{if(Y||!X||Z||!J)throw Error(`worker not ready`)},Nt=e=>{switch(e.data.type){case`init-wasm`:Y=!1,e.data.err?(Z=!0,jt[1](e.data.err)):(X=!0,jt[0]()),At&&=(URL.revokeObjectURL(At),void 0);break;case`init-ep`:case`copy-from`:case`create`:case`release`:case`run`:case`end-profiling`:{let t=Mt.get(e.data.type);e.data.err?t.shift()[1](e.data.err):t.shift()[0](e.data.out);break}}},Pt=async()=>{if(!X){if(Y)throw Error(`multiple calls to 'initWasm()' detected.`);if(Z)throw Error(`previous call to 'initWasm()' failed.`);if(Y=!0,q())return new Promise((e,t)=>{J?.terminate(),Ue().then(([n,r])=>{try{J=r,J.onerror=e=>t(e),J.onmessage=Nt,jt=[e,t];let i={type:`init-wasm`,in:x};if(!i.in.wasm.wasmPaths&&n){let e=Le();e&&(i.in.wasm.wasmPaths=e)}J.postMessage(i),At=n}catch(e){t(e)}},t)});try{await Qe(x.wasm),await vt(x),X=!0}catch(e){throw Z=!0,e}finally{Y=!1}}},Ft=async e=>{if(q())return $(),new Promise((t,n)=>{Q(`init-ep`,[t,n]);let r={type:`init-ep`,in:{epName:e,env:x}};J.postMessage(r)});await yt(x,e)},It=async e=>q()?($(),new Promise((t,n)=>{Q(`copy-from`,[t,n]);let r={type:`copy-from`,in:{buffer:e}};J.postMessage(r,[e.buffer])})):St(e),Lt=async(e,t)=>{if(q()){if(t?.preferredOutputLocation)throw Error(`session option \"preferredOutputLocation\" is not supported for proxy.`);return $(),new Promise((n,r)=>{Q(`create`,[n,r]);let i={type:`create`,in:{model:e,options:{...t}}},a=[];e instanceof Uint8Array&&a.push(e.buffer),J.postMessage(i,a)})}return Ct(e,t)},Rt=async e=>{if(q())return $(),new Promise((t,n)=>{Q(`release`,[t,n]);let r={type:`release`,in:e};J.postMessage(r)});wt(e)},zt=async(e,t,n,r,i,a)=>{if(q()){if(n.some(e=>e[3]!==`cpu`))throw Error(`input tensor on GPU is not supported for proxy.`);if(i.some(e=>e))throw Error(`pre-allocated output tensor is not supported for proxy.`);return $(),new Promise((i,o)=>{Q(`run`,[i,o]);let s=n,c={type:`run`,in:{sessionId:e,inputIndices:t,inputs:s,outputIndices:r,options:a}};J.postMessage(c,Ot(s))})}return Et(e,t,n,r,i,a)},Bt=async e=>{if(q())return $(),new Promise((t,n)=>{Q(`end-profiling`,[t,n]);let r={type:`end-profiling`,in:e};J.postMessage(r)});Dt(e)}}),Ht,Ut,Wt,Gt=o(()=>{N(),Vt(),mt(),Oe(),gt(),Ht=(e,t)=>{switch(e.location){case`cpu`:return[e.type,e.dims,e.data,`cpu`];case`gpu-buffer`:return[e.type,e.dims,{gpuBuffer:e.gpuBuffer},`gpu-buffer`];case`ml-tensor`:return[e.type,e.dims,{mlTensor:e.mlTensor},`ml-tensor`];default:throw Error(`invalid data location: ${e.location} for ${t()}`)}},Ut=e=>{switch(e[3]){case`cpu`:return new O(e[0],e[2],e[1]);case`gpu-buffer`:{let t=e[0];if(!dt(t))throw Error(`not supported data type: ${t} for deserializing GPU tensor`);let{gpuBuffer:n,download:r,dispose:i}=e[2];return O.fromGpuBuffer(n,{dataType:t,dims:e[1],download:r,dispose:i})}case`ml-tensor`:{let t=e[0];if(!ft(t))throw Error(`not supported data type: ${t} for deserializing MLTensor tensor`);let{mlTensor:n,download:r,dispose:i}=e[2];return O.fromMLTensor(n,{dataType:t,dims:e[1],download:r,dispose:i})}default:throw Error(`invalid data location: ${e[3]}`)}},Wt=class{async fetchModelAndCopyToWasmMemory(e){return It(await ht(e))}async loadModel(e,t){k();let n;n=typeof e==`string`?await this.fetchModelAndCopyToWasmMemory(e):e,[this.sessionId,this.inputNames,this.outputNames,this.inputMetadata,this.outputMetadata]=await Lt(n,t),A()}async dispose(){return Rt(this.sessionId)}async run(e,t,n){k();let r=[],i=[];Object.entries(e).forEach(e=>{let t=e[0],n=e[1],a=this.inputNames.indexOf(t);if(a===-1)throw Error(`invalid input '${t}'`);r.push(n),i.push(a)});let a=[],o=[];Object.entries(t).forEach(e=>{let t=e[0],n=e[1],r=this.outputNames.indexOf(t);if(r===-1)throw Error(`invalid output '${t}'`);a.push(n),o.push(r)});let s=r.map((e,t)=>Ht(e,()=>`input \"${this.inputNames[i[t]]}\"`)),c=a.map((e,t)=>e?Ht(e,()=>`output \"${this.outputNames[o[t]]}\"`):null),l=await zt(this.sessionId,i,s,o,c,n),u={};for(let e=0;e<l.length;e++)u[this.outputNames[o[e]]]=a[e]??Ut(l[e]);return A(),u}startProfiling(){}endProfiling(){Bt(this.sessionId)}}}),Kt={};s(Kt,{OnnxruntimeWebAssemblyBackend:()=>Jt,initializeFlags:()=>qt,wasmBackend:()=>Yt});var qt,Jt,Yt,Xt=o(()=>{N(),Vt(),Gt(),qt=()=>{(typeof x.wasm.initTimeout!=`number`||x.wasm.initTimeout<0)&&(x.wasm.initTimeout=0);let e=x.wasm.simd;if(typeof e!=`boolean`&&e!==void 0&&e!==`fixed`&&e!==`relaxed`&&(console.warn(`Property \"env.wasm.simd\" is set to unknown value \"${e}\". Reset it to \\`false\\` and ignore SIMD feature checking.`),x.wasm.simd=!1),typeof x.wasm.proxy!=`boolean`&&(x.wasm.proxy=!1),typeof x.wasm.trace!=`boolean`&&(x.wasm.trace=!1),typeof x.wasm.numThreads!=`number`||!Number.isInteger(x.wasm.numThreads)||x.wasm.numThreads<=0){if(typeof self<`u`&&!self.crossOriginIsolated)x.wasm.numThreads=1;else{let e=typeof navigator>`u`?a(`node:os`).cpus().length:navigator.hardwareConcurrency;x.wasm.numThreads=Math.min(4,Math.ceil((e||1)/2))}}},Jt=class{async init(e){qt(),await Pt(),await Ft(e)}async createInferenceSessionHandler(e,t){let n=new Wt;return await n.loadModel(e,t),n}},Yt=new Jt});N(),N(),N();var Zt=`1.30.0`;{let e=(Xt(),l(Kt)).wasmBackend;f(`cpu`,e,10),f(`wasm`,e,10)}Object.defineProperty(x.versions,\"web\",{value:Zt,enumerable:!0});var Qt=class{capacity;dropped;entries=/* @__PURE__ */ new Map;constructor(e,t=()=>{}){this.capacity=e,this.dropped=t}get(e,t){let n=this.entries.get(e);if(n===void 0){let r=t();n=r,r instanceof Promise&&r.catch(()=>this.entries.get(e)===r&&this.entries.delete(e))}else this.entries.delete(e);if(this.entries.set(e,n),this.entries.size>this.capacity){let[e,t]=this.entries.entries().next().value;this.entries.delete(e),this.dropped(t)}return n}};function $t(e){if(x.wasm.wasmPaths)return;let t=e=>new URL(e,self.location.href).href;x.wasm.wasmPaths={mjs:t(e.mjs),wasm:t(e.wasm)},x.wasm.numThreads=1,x.logLevel=`error`}const en=new Qt(9,e=>{e.then(e=>e.release()).catch(()=>{})});function tn(e,t){return en.get(e,async()=>{$t(t);let n=await fetch(e);if(!n.ok)throw Error(`The model could not be fetched: the server answered ${n.status}.`);let r=new Uint8Array(await n.arrayBuffer());return new nn(await Se.create(r,{executionProviders:[`wasm`]}))})}var nn=class{session;queue=Promise.resolve();constructor(e){this.session=e}run(e,t){let n=this.queue.then(()=>this.runNow(e,t));return this.queue=n.catch(()=>{}),n}release(){this.queue.then(()=>this.session.release())}async runNow(e,t){let n=new O(`float32`,e,t),r=await this.session.run({[this.session.inputNames[0]]:n}),i={};for(let e of this.session.outputNames)i[e]=r[e].data;return i}};self.onmessage=async({data:e})=>{let t,n=[];try{let{n:r,codes:i,z:a}=e;if(e.enter&&a){let t=(await(await tn(e.enter,e.runtime)).run(a,[r,a.length/r])).code;for(let e=0;e<i.length;e++)i[e]+=t[e]}let o=(await(await tn(e.decoder,e.runtime)).run(i,[r,i.length/r])).x;t={id:e.id,codes:i,x:o},n.push(i.buffer),o.buffer!==i.buffer&&n.push(o.buffer)}catch(n){t={id:e.id,error:n instanceof Error?n.message:String(n)}}self.postMessage(t,n)};", c = typeof self < "u" && self.Blob && new Blob(["URL.revokeObjectURL(import.meta.url);", s], { type: "text/javascript;charset=utf-8" });
function l(e) {
	let t;
	try {
		if (t = c && (self.URL || self.webkitURL).createObjectURL(c), !t) throw "";
		let n = new Worker(t, {
			type: "module",
			name: e?.name
		});
		return n.addEventListener("error", () => {
			(self.URL || self.webkitURL).revokeObjectURL(t);
		}), n;
	} catch {
		return new Worker("data:text/javascript;charset=utf-8," + encodeURIComponent(s), {
			type: "module",
			name: e?.name
		});
	}
}
// src/decode/here.ts
var u = 16;
async function d(e, t, n) {
	let r = [];
	for (let i = 0; i < n.length; i += u) {
		i > 0 && await new Promise((e) => requestAnimationFrame(e));
		let a = n.slice(i, i + u), o = f(a.map((e) => e.delta ?? e.z));
		if (t) {
			let e = await t(f(a.map((e) => e.z)), a.length);
			for (let t = 0; t < o.length; t++) o[t] += e[t];
		}
		r.push({
			codes: o,
			x: await e.decode(o, a.length)
		});
	}
	return {
		codes: f(r.map(({ codes: e }) => e)),
		x: f(r.map(({ x: e }) => e))
	};
}
function f(e) {
	let t = new Float32Array(e.reduce((e, t) => e + t.length, 0)), n = 0;
	for (let r of e) t.set(r, n), n += r.length;
	return t;
}
// src/decode/batch.ts
var p = null, m = !1, h = 0, g = /* @__PURE__ */ new Map();
function _() {
	let e = new l();
	return e.onmessage = ({ data: e }) => {
		let t = g.get(e.id);
		g.delete(e.id), "error" in e ? t?.reject(Error(e.error)) : t?.resolve(e);
	}, e.onerror = () => {
		m = !0;
		for (let { reject: e } of g.values()) e(/* @__PURE__ */ Error("The background decoder could not be started."));
		g.clear();
	}, e;
}
function v(e, t) {
	if (m) return Promise.reject(/* @__PURE__ */ Error("There is no background decoder."));
	p ??= _();
	let { models: n, runtime: r } = e, i = {
		id: ++h,
		decoder: new URL(n.decoder, location.href).href,
		enter: n.enter && new URL(n.enter, location.href).href,
		runtime: {
			mjs: new URL(r.mjs, location.href).href,
			wasm: new URL(r.wasm, location.href).href
		},
		n: t.length,
		codes: f(t.map((e) => e.delta ?? e.z)),
		z: n.enter ? f(t.map((e) => e.z)) : null
	};
	return new Promise((e, t) => {
		g.set(i.id, {
			resolve: e,
			reject: t
		}), p.postMessage(i, [i.codes.buffer, ...i.z ? [i.z.buffer] : []]);
	});
}
// node_modules/onnxruntime-web/dist/ort.wasm.min.mjs
var y = Object.defineProperty, ee = Object.getOwnPropertyDescriptor, te = Object.getOwnPropertyNames, b = Object.prototype.hasOwnProperty, ne = ((t) => typeof e < "u" ? e : typeof Proxy < "u" ? new Proxy(t, { get: (t, n) => (typeof e < "u" ? e : t)[n] }) : t)(function(t) {
	if (typeof e < "u") return e.apply(this, arguments);
	throw Error("Dynamic require of \"" + t + "\" is not supported");
}), x = (e, t, n) => () => {
	if (n) throw n[0];
	try {
		return e && (t = e(e = 0)), t;
	} catch (e) {
		throw n = [e], e;
	}
}, re = (e, t) => {
	for (var n in t) y(e, n, {
		get: t[n],
		enumerable: !0
	});
}, ie = (e, t, n, r) => {
	if (t && typeof t == "object" || typeof t == "function") for (let i of te(t)) !b.call(e, i) && i !== n && y(e, i, {
		get: () => t[i],
		enumerable: !(r = ee(t, i)) || r.enumerable
	});
	return e;
}, ae = (e) => ie(y({}, "__esModule", { value: !0 }), e), oe, S, se, ce, le, ue = x(() => {
	oe = /* @__PURE__ */ new Map(), S = [], se = (e, t, n) => {
		if (t && typeof t.init == "function" && typeof t.createInferenceSessionHandler == "function") {
			let r = oe.get(e);
			if (r === void 0) oe.set(e, {
				backend: t,
				priority: n
			});
			else {
				if (r.priority > n) return;
				if (r.priority === n && r.backend !== t) throw Error(`cannot register backend "${e}" using priority ${n}`);
			}
			if (n >= 0) {
				let t = S.indexOf(e);
				t !== -1 && S.splice(t, 1);
				for (let t = 0; t < S.length; t++) if (oe.get(S[t]).priority <= n) {
					S.splice(t, 0, e);
					return;
				}
				S.push(e);
			}
		} else throw TypeError("not a valid backend");
	}, ce = async (e) => {
		let t = oe.get(e);
		if (!t) return "backend not found.";
		if (t.initialized) return t.backend;
		if (t.aborted) return t.error;
		{
			let n = !!t.initPromise;
			try {
				return n || (t.initPromise = t.backend.init(e)), await t.initPromise, t.initialized = !0, t.backend;
			} catch (e) {
				return n || (t.error = `${e}`, t.aborted = !0), t.error;
			} finally {
				delete t.initPromise;
			}
		}
	}, le = async (e) => {
		let t = e.executionProviders || [], n = t.map((e) => typeof e == "string" ? e : e.name), r = n.length === 0 ? S : n, i, a = [], o = /* @__PURE__ */ new Set();
		for (let e of r) {
			let t = await ce(e);
			typeof t == "string" ? a.push({
				name: e,
				err: t
			}) : (i ||= t, i === t && o.add(e));
		}
		if (!i) throw Error(`no available backend found. ERR: ${a.map((e) => `[${e.name}] ${e.err}`).join(", ")}`);
		for (let { name: e, err: t } of a) n.includes(e) && console.warn(`removing requested execution provider "${e}" from session options because it is not available: ${t}`);
		let s = t.filter((e) => o.has(typeof e == "string" ? e : e.name));
		return [i, new Proxy(e, { get: (e, t) => t === "executionProviders" ? s : Reflect.get(e, t) })];
	};
}), de = x(() => {
	ue();
}), fe, pe = x(() => {
	fe = "1.30.0";
}), me, C, he = x(() => {
	pe(), me = "warning", C = {
		wasm: {},
		webgl: {},
		webgpu: {},
		versions: { common: fe },
		set logLevel(e) {
			if (e !== void 0) {
				if (typeof e != "string" || [
					"verbose",
					"info",
					"warning",
					"error",
					"fatal"
				].indexOf(e) === -1) throw Error(`Unsupported logging level: ${e}`);
				me = e;
			}
		},
		get logLevel() {
			return me;
		}
	}, Object.defineProperty(C, "logLevel", { enumerable: !0 });
}), w, ge = x(() => {
	he(), w = C;
}), _e, ve, ye = x(() => {
	_e = (e, t) => {
		let n = typeof document < "u" ? document.createElement("canvas") : new OffscreenCanvas(1, 1);
		n.width = e.dims[3], n.height = e.dims[2];
		let r = n.getContext("2d");
		if (r != null) {
			let i, a;
			t?.tensorLayout !== void 0 && t.tensorLayout === "NHWC" ? (i = e.dims[2], a = e.dims[3]) : (i = e.dims[3], a = e.dims[2]);
			let o = t?.format === void 0 ? "RGB" : t.format, s = t?.norm, c, l;
			s === void 0 || s.mean === void 0 ? c = [
				255,
				255,
				255,
				255
			] : typeof s.mean == "number" ? c = [
				s.mean,
				s.mean,
				s.mean,
				s.mean
			] : (c = [
				s.mean[0],
				s.mean[1],
				s.mean[2],
				0
			], s.mean[3] !== void 0 && (c[3] = s.mean[3])), s === void 0 || s.bias === void 0 ? l = [
				0,
				0,
				0,
				0
			] : typeof s.bias == "number" ? l = [
				s.bias,
				s.bias,
				s.bias,
				s.bias
			] : (l = [
				s.bias[0],
				s.bias[1],
				s.bias[2],
				0
			], s.bias[3] !== void 0 && (l[3] = s.bias[3]));
			let u = a * i, d = 0, f = u, p = u * 2, m = -1;
			o === "RGBA" ? (d = 0, f = u, p = u * 2, m = u * 3) : o === "RGB" ? (d = 0, f = u, p = u * 2) : o === "RBG" && (d = 0, p = u, f = u * 2);
			for (let t = 0; t < a; t++) for (let n = 0; n < i; n++) {
				let i = (e.data[d++] - l[0]) * c[0], a = (e.data[f++] - l[1]) * c[1], o = (e.data[p++] - l[2]) * c[2], s = m === -1 ? 255 : (e.data[m++] - l[3]) * c[3];
				r.fillStyle = "rgba(" + i + "," + a + "," + o + "," + s + ")", r.fillRect(n, t, 1, 1);
			}
			if ("toDataURL" in n) return n.toDataURL();
			throw Error("toDataURL is not supported");
		}
		throw Error("Can not access image data");
	}, ve = (e, t) => {
		let n = typeof document < "u" ? document.createElement("canvas").getContext("2d") : new OffscreenCanvas(1, 1).getContext("2d"), r;
		if (n != null) {
			let i, a, o;
			t?.tensorLayout !== void 0 && t.tensorLayout === "NHWC" ? (i = e.dims[2], a = e.dims[1], o = e.dims[3]) : (i = e.dims[3], a = e.dims[2], o = e.dims[1]);
			let s = t !== void 0 && t.format !== void 0 ? t.format : "RGB", c = t?.norm, l, u;
			c === void 0 || c.mean === void 0 ? l = [
				255,
				255,
				255,
				255
			] : typeof c.mean == "number" ? l = [
				c.mean,
				c.mean,
				c.mean,
				c.mean
			] : (l = [
				c.mean[0],
				c.mean[1],
				c.mean[2],
				255
			], c.mean[3] !== void 0 && (l[3] = c.mean[3])), c === void 0 || c.bias === void 0 ? u = [
				0,
				0,
				0,
				0
			] : typeof c.bias == "number" ? u = [
				c.bias,
				c.bias,
				c.bias,
				c.bias
			] : (u = [
				c.bias[0],
				c.bias[1],
				c.bias[2],
				0
			], c.bias[3] !== void 0 && (u[3] = c.bias[3]));
			let d = a * i;
			if (t !== void 0 && (t.format !== void 0 && o === 4 && t.format !== "RGBA" || o === 3 && t.format !== "RGB" && t.format !== "BGR")) throw Error("Tensor format doesn't match input tensor dims");
			let f = 0, p = 1, m = 2, h = 3, g = 0, _ = d, v = d * 2, y = -1;
			s === "RGBA" ? (g = 0, _ = d, v = d * 2, y = d * 3) : s === "RGB" ? (g = 0, _ = d, v = d * 2) : s === "RBG" && (g = 0, v = d, _ = d * 2), r = n.createImageData(i, a);
			for (let t = 0; t < a * i; f += 4, p += 4, m += 4, h += 4, t++) r.data[f] = (e.data[g++] - u[0]) * l[0], r.data[p] = (e.data[_++] - u[1]) * l[1], r.data[m] = (e.data[v++] - u[2]) * l[2], r.data[h] = y === -1 ? 255 : (e.data[y++] - u[3]) * l[3];
		} else throw Error("Can not access image data");
		return r;
	};
}), be, xe, Se, Ce, we, Te, Ee = x(() => {
	Pe(), be = (e, t) => {
		if (e === void 0) throw Error("Image buffer must be defined");
		if (t.height === void 0 || t.width === void 0) throw Error("Image height and width must be defined");
		if (t.tensorLayout === "NHWC") throw Error("NHWC Tensor layout is not supported yet");
		let { height: n, width: r } = t, i = t.norm ?? {
			mean: 255,
			bias: 0
		}, a, o;
		a = typeof i.mean == "number" ? [
			i.mean,
			i.mean,
			i.mean,
			i.mean
		] : [
			i.mean[0],
			i.mean[1],
			i.mean[2],
			i.mean[3] ?? 255
		], o = typeof i.bias == "number" ? [
			i.bias,
			i.bias,
			i.bias,
			i.bias
		] : [
			i.bias[0],
			i.bias[1],
			i.bias[2],
			i.bias[3] ?? 0
		];
		let s = t.format === void 0 ? "RGBA" : t.format, c = t.tensorFormat !== void 0 && t.tensorFormat !== void 0 ? t.tensorFormat : "RGB", l = n * r, u = c === "RGBA" ? new Float32Array(l * 4) : new Float32Array(l * 3), d = 4, f = 0, p = 1, m = 2, h = 3, g = 0, _ = l, v = l * 2, y = -1;
		s === "RGB" && (d = 3, f = 0, p = 1, m = 2, h = -1), c === "RGBA" ? y = l * 3 : c === "RBG" ? (g = 0, v = l, _ = l * 2) : c === "BGR" && (v = 0, _ = l, g = l * 2);
		for (let t = 0; t < l; t++, f += d, m += d, p += d, h += d) u[g++] = (e[f] + o[0]) / a[0], u[_++] = (e[p] + o[1]) / a[1], u[v++] = (e[m] + o[2]) / a[2], y !== -1 && h !== -1 && (u[y++] = (e[h] + o[3]) / a[3]);
		return c === "RGBA" ? new E("float32", u, [
			1,
			4,
			n,
			r
		]) : new E("float32", u, [
			1,
			3,
			n,
			r
		]);
	}, xe = async (e, t) => {
		let n = typeof HTMLImageElement < "u" && e instanceof HTMLImageElement, r = typeof ImageData < "u" && e instanceof ImageData, i = typeof ImageBitmap < "u" && e instanceof ImageBitmap, a = typeof e == "string", o, s = t ?? {}, c = () => {
			if (typeof document < "u") return document.createElement("canvas");
			if (typeof OffscreenCanvas < "u") return new OffscreenCanvas(1, 1);
			throw Error("Canvas is not supported");
		}, l = (e) => typeof HTMLCanvasElement < "u" && e instanceof HTMLCanvasElement || e instanceof OffscreenCanvas ? e.getContext("2d") : null;
		if (n) {
			let n = c();
			n.width = e.width, n.height = e.height;
			let r = l(n);
			if (r != null) {
				let n = e.height, i = e.width;
				if (t !== void 0 && t.resizedHeight !== void 0 && t.resizedWidth !== void 0 && (n = t.resizedHeight, i = t.resizedWidth), t !== void 0) {
					if (s = t, t.tensorFormat !== void 0) throw Error("Image input config format must be RGBA for HTMLImageElement");
					s.tensorFormat = "RGBA", s.height = n, s.width = i;
				} else s.tensorFormat = "RGBA", s.height = n, s.width = i;
				r.drawImage(e, 0, 0), o = r.getImageData(0, 0, i, n).data;
			} else throw Error("Can not access image data");
		} else if (r) {
			let n, r;
			if (t !== void 0 && t.resizedWidth !== void 0 && t.resizedHeight !== void 0 ? (n = t.resizedHeight, r = t.resizedWidth) : (n = e.height, r = e.width), t !== void 0 && (s = t), s.format = "RGBA", s.height = n, s.width = r, t !== void 0) {
				let t = c();
				t.width = r, t.height = n;
				let i = l(t);
				if (i != null) i.putImageData(e, 0, 0), o = i.getImageData(0, 0, r, n).data;
				else throw Error("Can not access image data");
			} else o = e.data;
		} else if (i) {
			if (t === void 0) throw Error("Please provide image config with format for Imagebitmap");
			let n = c();
			n.width = e.width, n.height = e.height;
			let r = l(n);
			if (r != null) {
				let t = e.height, n = e.width;
				return r.drawImage(e, 0, 0, n, t), o = r.getImageData(0, 0, n, t).data, s.height = t, s.width = n, be(o, s);
			}
			throw Error("Can not access image data");
		} else {
			if (a) return new Promise((t, n) => {
				let r = c(), i = l(r);
				if (!e || !i) return n();
				let a = new Image();
				a.crossOrigin = "Anonymous", a.src = e, a.onload = () => {
					r.width = a.width, r.height = a.height, i.drawImage(a, 0, 0, r.width, r.height);
					let e = i.getImageData(0, 0, r.width, r.height);
					s.height = r.height, s.width = r.width, t(be(e.data, s));
				};
			});
			throw Error("Input data provided is not supported - aborted tensor creation");
		}
		if (o !== void 0) return be(o, s);
		throw Error("Input data provided is not supported - aborted tensor creation");
	}, Se = (e, t) => {
		let { width: n, height: r, download: i, dispose: a } = t;
		return new E({
			location: "texture",
			type: "float32",
			texture: e,
			dims: [
				1,
				r,
				n,
				4
			],
			download: i,
			dispose: a
		});
	}, Ce = (e, t) => {
		let { dataType: n, dims: r, download: i, dispose: a } = t;
		return new E({
			location: "gpu-buffer",
			type: n ?? "float32",
			gpuBuffer: e,
			dims: r,
			download: i,
			dispose: a
		});
	}, we = (e, t) => {
		let { dataType: n, dims: r, download: i, dispose: a } = t;
		return new E({
			location: "ml-tensor",
			type: n ?? "float32",
			mlTensor: e,
			dims: r,
			download: i,
			dispose: a
		});
	}, Te = (e, t, n) => new E({
		location: "cpu-pinned",
		type: e,
		data: t,
		dims: n ?? [t.length]
	});
}), T, De, Oe, ke, Ae = x(() => {
	T = /* @__PURE__ */ new Map([
		["float32", Float32Array],
		["uint8", Uint8Array],
		["int8", Int8Array],
		["uint16", Uint16Array],
		["int16", Int16Array],
		["int32", Int32Array],
		["bool", Uint8Array],
		["float64", Float64Array],
		["uint32", Uint32Array],
		["int4", Uint8Array],
		["uint4", Uint8Array]
	]), De = /* @__PURE__ */ new Map([
		[Float32Array, "float32"],
		[Uint8Array, "uint8"],
		[Int8Array, "int8"],
		[Uint16Array, "uint16"],
		[Int16Array, "int16"],
		[Int32Array, "int32"],
		[Float64Array, "float64"],
		[Uint32Array, "uint32"]
	]), Oe = !1, ke = () => {
		if (!Oe) {
			Oe = !0;
			let e = typeof BigInt64Array < "u" && BigInt64Array.from, t = typeof BigUint64Array < "u" && BigUint64Array.from, n = globalThis.Float16Array, r = typeof n < "u" && n.from;
			e && (T.set("int64", BigInt64Array), De.set(BigInt64Array, "int64")), t && (T.set("uint64", BigUint64Array), De.set(BigUint64Array, "uint64")), r ? (T.set("float16", n), De.set(n, "float16")) : T.set("float16", Uint16Array);
		}
	};
}), je, Me, Ne = x(() => {
	Pe(), je = (e) => {
		let t = 1;
		for (let n = 0; n < e.length; n++) {
			let r = e[n];
			if (typeof r != "number" || !Number.isSafeInteger(r)) throw TypeError(`dims[${n}] must be an integer, got: ${r}`);
			if (r < 0) throw RangeError(`dims[${n}] must be a non-negative integer, got: ${r}`);
			t *= r;
		}
		return t;
	}, Me = (e, t) => {
		switch (e.location) {
			case "cpu": return new E(e.type, e.data, t);
			case "cpu-pinned": return new E({
				location: "cpu-pinned",
				data: e.data,
				type: e.type,
				dims: t
			});
			case "texture": return new E({
				location: "texture",
				texture: e.texture,
				type: e.type,
				dims: t
			});
			case "gpu-buffer": return new E({
				location: "gpu-buffer",
				gpuBuffer: e.gpuBuffer,
				type: e.type,
				dims: t
			});
			case "ml-tensor": return new E({
				location: "ml-tensor",
				mlTensor: e.mlTensor,
				type: e.type,
				dims: t
			});
			default: throw Error(`tensorReshape: tensor location ${e.location} is not supported`);
		}
	};
}), E, Pe = x(() => {
	ye(), Ee(), Ae(), Ne(), E = class {
		constructor(e, t, n) {
			ke();
			let r, i;
			if (typeof e == "object" && "location" in e) switch (this.dataLocation = e.location, r = e.type, i = e.dims, e.location) {
				case "cpu-pinned": {
					let t = T.get(r);
					if (!t) throw TypeError(`unsupported type "${r}" to create tensor from pinned buffer`);
					if (!(e.data instanceof t)) throw TypeError(`buffer should be of type ${t.name}`);
					this.cpuData = e.data;
					break;
				}
				case "texture":
					if (r !== "float32") throw TypeError(`unsupported type "${r}" to create tensor from texture`);
					this.gpuTextureData = e.texture, this.downloader = e.download, this.disposer = e.dispose;
					break;
				case "gpu-buffer":
					if (r !== "float32" && r !== "float16" && r !== "int32" && r !== "int64" && r !== "uint32" && r !== "uint8" && r !== "bool" && r !== "uint4" && r !== "int4") throw TypeError(`unsupported type "${r}" to create tensor from gpu buffer`);
					this.gpuBufferData = e.gpuBuffer, this.downloader = e.download, this.disposer = e.dispose;
					break;
				case "ml-tensor":
					if (r !== "float32" && r !== "float16" && r !== "int32" && r !== "int64" && r !== "uint32" && r !== "uint64" && r !== "int8" && r !== "uint8" && r !== "bool" && r !== "uint4" && r !== "int4") throw TypeError(`unsupported type "${r}" to create tensor from MLTensor`);
					this.mlTensorData = e.mlTensor, this.downloader = e.download, this.disposer = e.dispose;
					break;
				default: throw Error(`Tensor constructor: unsupported location '${this.dataLocation}'`);
			}
			else {
				let a, o;
				if (typeof e == "string") {
					if (r = e, o = n, e === "string") {
						if (!Array.isArray(t)) throw TypeError("A string tensor's data must be a string array.");
						a = t;
					} else {
						let n = T.get(e);
						if (n === void 0) throw TypeError(`Unsupported tensor type: ${e}.`);
						if (Array.isArray(t)) {
							if (e === "float16" && n === Uint16Array || e === "uint4" || e === "int4") throw TypeError(`Creating a ${e} tensor from number array is not supported. Please use ${n.name} as data.`);
							a = e === "uint64" || e === "int64" ? n.from(t, BigInt) : n.from(t);
						} else if (t instanceof n) a = t;
						else if (t instanceof Uint8ClampedArray) {
							if (e === "uint8") a = Uint8Array.from(t);
							else throw TypeError("A Uint8ClampedArray tensor's data must be type of uint8");
						} else if (e === "float16" && t instanceof Uint16Array && n !== Uint16Array) a = new globalThis.Float16Array(t.buffer, t.byteOffset, t.length);
						else throw TypeError(`A ${r} tensor's data must be type of ${n}`);
					}
				} else if (o = t, Array.isArray(e)) {
					if (e.length === 0) throw TypeError("Tensor type cannot be inferred from an empty array.");
					let t = typeof e[0];
					if (t === "string") r = "string", a = e;
					else if (t === "boolean") r = "bool", a = Uint8Array.from(e);
					else throw TypeError(`Invalid element type of data array: ${t}.`);
				} else if (e instanceof Uint8ClampedArray) r = "uint8", a = Uint8Array.from(e);
				else {
					let t = De.get(e.constructor);
					if (t === void 0) throw TypeError(`Unsupported type for tensor data: ${e.constructor}.`);
					r = t, a = e;
				}
				if (o === void 0) o = [a.length];
				else if (!Array.isArray(o)) throw TypeError("A tensor's dims must be a number array");
				i = o, this.cpuData = a, this.dataLocation = "cpu";
			}
			let a = je(i);
			if (this.cpuData && a !== this.cpuData.length && (r !== "uint4" && r !== "int4" || Math.ceil(a / 2) !== this.cpuData.length)) throw Error(`Tensor's size(${a}) does not match data length(${this.cpuData.length}).`);
			this.type = r, this.dims = i, this.size = a;
		}
		static async fromImage(e, t) {
			return xe(e, t);
		}
		static fromTexture(e, t) {
			return Se(e, t);
		}
		static fromGpuBuffer(e, t) {
			return Ce(e, t);
		}
		static fromMLTensor(e, t) {
			return we(e, t);
		}
		static fromPinnedBuffer(e, t, n) {
			return Te(e, t, n);
		}
		toDataURL(e) {
			return _e(this, e);
		}
		toImageData(e) {
			return ve(this, e);
		}
		get data() {
			if (this.ensureValid(), !this.cpuData) throw Error("The data is not on CPU. Use `getData()` to download GPU data to CPU, or use `texture` or `gpuBuffer` property to access the GPU data directly.");
			return this.cpuData;
		}
		get location() {
			return this.dataLocation;
		}
		get texture() {
			if (this.ensureValid(), !this.gpuTextureData) throw Error("The data is not stored as a WebGL texture.");
			return this.gpuTextureData;
		}
		get gpuBuffer() {
			if (this.ensureValid(), !this.gpuBufferData) throw Error("The data is not stored as a WebGPU buffer.");
			return this.gpuBufferData;
		}
		get mlTensor() {
			if (this.ensureValid(), !this.mlTensorData) throw Error("The data is not stored as a WebNN MLTensor.");
			return this.mlTensorData;
		}
		async getData(e) {
			switch (this.ensureValid(), this.dataLocation) {
				case "cpu":
				case "cpu-pinned": return this.data;
				case "texture":
				case "gpu-buffer":
				case "ml-tensor":
					if (!this.downloader) throw Error("The current tensor is not created with a specified data downloader.");
					if (this.isDownloading) throw Error("The current tensor is being downloaded.");
					try {
						this.isDownloading = !0;
						let t = await this.downloader();
						return this.downloader = void 0, this.dataLocation = "cpu", this.cpuData = t, e && this.disposer && (this.disposer(), this.disposer = void 0), t;
					} finally {
						this.isDownloading = !1;
					}
				default: throw Error(`cannot get data from location: ${this.dataLocation}`);
			}
		}
		dispose() {
			if (this.isDownloading) throw Error("The current tensor is being downloaded.");
			this.disposer &&= (this.disposer(), void 0), this.cpuData = void 0, this.gpuTextureData = void 0, this.gpuBufferData = void 0, this.mlTensorData = void 0, this.downloader = void 0, this.isDownloading = void 0, this.dataLocation = "none";
		}
		ensureValid() {
			if (this.dataLocation === "none") throw Error("The tensor is disposed.");
		}
		reshape(e) {
			if (this.ensureValid(), this.downloader || this.disposer) throw Error("Cannot reshape a tensor that owns GPU resource.");
			return Me(this, e);
		}
	};
}), D, Fe = x(() => {
	Pe(), D = E;
}), Ie, Le, Re, O, k, ze, Be = x(() => {
	he(), Ie = (e, t) => {
		(typeof C.trace > "u" ? !C.wasm.trace : !C.trace) || console.timeStamp(`${e}::ORT::${t}`);
	}, Le = (e, t) => {
		let n = (/* @__PURE__ */ Error()).stack?.split(/\r\n|\r|\n/g) || [], r = !1;
		for (let i = 0; i < n.length; i++) {
			if (r && !n[i].includes("TRACE_FUNC")) {
				let r = `FUNC_${e}::${n[i].trim().split(" ")[1]}`;
				t && (r += `::${t}`), Ie("CPU", r);
				return;
			}
			n[i].includes("TRACE_FUNC") && (r = !0);
		}
	}, Re = (e) => {
		(typeof C.trace > "u" ? !C.wasm.trace : !C.trace) || Le("BEGIN", e);
	}, O = (e) => {
		(typeof C.trace > "u" ? !C.wasm.trace : !C.trace) || Le("END", e);
	}, k = (e) => {
		(typeof C.trace > "u" ? !C.wasm.trace : !C.trace) || console.time(`ORT::${e}`);
	}, ze = (e) => {
		(typeof C.trace > "u" ? !C.wasm.trace : !C.trace) || console.timeEnd(`ORT::${e}`);
	};
}), Ve, He = x(() => {
	ue(), Fe(), Be(), Ve = class e {
		constructor(e) {
			this.handler = e;
		}
		async run(e, t, n) {
			Re(), k("InferenceSession.run");
			let r = {}, i = {};
			if (typeof e != "object" || !e || e instanceof D || Array.isArray(e)) throw TypeError("'feeds' must be an object that use input names as keys and OnnxValue as corresponding values.");
			let a = !0;
			if (typeof t == "object") {
				if (t === null) throw TypeError("Unexpected argument[1]: cannot be null.");
				if (t instanceof D) throw TypeError("'fetches' cannot be a Tensor");
				if (Array.isArray(t)) {
					if (t.length === 0) throw TypeError("'fetches' cannot be an empty array.");
					a = !1;
					for (let e of t) {
						if (typeof e != "string") throw TypeError("'fetches' must be a string array or an object.");
						if (this.outputNames.indexOf(e) === -1) throw RangeError(`'fetches' contains invalid output name: ${e}.`);
						r[e] = null;
					}
					if (typeof n == "object" && n) i = n;
					else if (typeof n < "u") throw TypeError("'options' must be an object.");
				} else {
					let e = !1, o = Object.getOwnPropertyNames(t);
					for (let n of this.outputNames) if (o.indexOf(n) !== -1) {
						let i = t[n];
						(i === null || i instanceof D) && (e = !0, a = !1, r[n] = i);
					}
					if (e) {
						if (typeof n == "object" && n) i = n;
						else if (typeof n < "u") throw TypeError("'options' must be an object.");
					} else i = t;
				}
			} else if (typeof t < "u") throw TypeError("Unexpected argument[1]: must be 'fetches' or 'options'.");
			for (let t of this.inputNames) if (typeof e[t] > "u") throw Error(`input '${t}' is missing in 'feeds'.`);
			if (a) for (let e of this.outputNames) r[e] = null;
			let o = await this.handler.run(e, r, i), s = {};
			for (let e in o) if (Object.hasOwnProperty.call(o, e)) {
				let t = o[e];
				s[e] = t instanceof D ? t : new D(t.type, t.data, t.dims);
			}
			return ze("InferenceSession.run"), O(), s;
		}
		async release() {
			return this.handler.dispose();
		}
		static async create(t, n, r, i) {
			Re(), k("InferenceSession.create");
			let a, o = {};
			if (typeof t == "string") {
				if (a = t, typeof n == "object" && n) o = n;
				else if (typeof n < "u") throw TypeError("'options' must be an object.");
			} else if (t instanceof Uint8Array) {
				if (a = t, typeof n == "object" && n) o = n;
				else if (typeof n < "u") throw TypeError("'options' must be an object.");
			} else if (t instanceof ArrayBuffer || typeof SharedArrayBuffer < "u" && t instanceof SharedArrayBuffer) {
				let e = t, s = 0, c = t.byteLength;
				if (typeof n == "object" && n) o = n;
				else if (typeof n == "number") {
					if (s = n, !Number.isSafeInteger(s)) throw RangeError("'byteOffset' must be an integer.");
					if (s < 0 || s >= e.byteLength) throw RangeError(`'byteOffset' is out of range [0, ${e.byteLength}).`);
					if (c = t.byteLength - s, typeof r == "number") {
						if (c = r, !Number.isSafeInteger(c)) throw RangeError("'byteLength' must be an integer.");
						if (c <= 0 || s + c > e.byteLength) throw RangeError(`'byteLength' is out of range (0, ${e.byteLength - s}].`);
						if (typeof i == "object" && i) o = i;
						else if (typeof i < "u") throw TypeError("'options' must be an object.");
					} else if (typeof r < "u") throw TypeError("'byteLength' must be a number.");
				} else if (typeof n < "u") throw TypeError("'options' must be an object.");
				a = new Uint8Array(e, s, c);
			} else throw TypeError("Unexpected argument[0]: must be 'path' or 'buffer'.");
			let [s, c] = await le(o), l = await s.createInferenceSessionHandler(a, c);
			return ze("InferenceSession.create"), O(), new e(l);
		}
		startProfiling() {
			this.handler.startProfiling();
		}
		endProfiling() {
			this.handler.endProfiling();
		}
		get inputNames() {
			return this.handler.inputNames;
		}
		get outputNames() {
			return this.handler.outputNames;
		}
		get inputMetadata() {
			return this.handler.inputMetadata;
		}
		get outputMetadata() {
			return this.handler.outputMetadata;
		}
	};
}), Ue, We = x(() => {
	He(), Ue = Ve;
}), Ge = x(() => {}), Ke = x(() => {}), qe = x(() => {}), Je = x(() => {});
re({}, {
	InferenceSession: () => Ue,
	TRACE: () => Ie,
	TRACE_EVENT_BEGIN: () => k,
	TRACE_EVENT_END: () => ze,
	TRACE_FUNC_BEGIN: () => Re,
	TRACE_FUNC_END: () => O,
	Tensor: () => D,
	env: () => w,
	registerBackend: () => se
});
var A = x(() => {
	de(), ge(), We(), Fe(), Ge(), Ke(), Be(), qe(), Je();
}), Ye = x(() => {}), Xe = {};
re(Xe, { default: () => $e });
var Ze, Qe, $e, et = x(() => {
	tn(), Ct(), mt(), Ze = "ort-wasm-proxy-worker", Qe = globalThis.self?.name === Ze, Qe && (self.onmessage = (e) => {
		let { type: t, in: n } = e.data;
		try {
			switch (t) {
				case "init-wasm":
					St(n.wasm).then(() => {
						Wt(n).then(() => {
							postMessage({ type: t });
						}, (e) => {
							postMessage({
								type: t,
								err: e
							});
						});
					}, (e) => {
						postMessage({
							type: t,
							err: e
						});
					});
					break;
				case "init-ep": {
					let { epName: e, env: r } = n;
					Gt(r, e).then(() => {
						postMessage({ type: t });
					}, (e) => {
						postMessage({
							type: t,
							err: e
						});
					});
					break;
				}
				case "copy-from": {
					let { buffer: e } = n, r = Jt(e);
					postMessage({
						type: t,
						out: r
					});
					break;
				}
				case "create": {
					let { model: e, options: r } = n;
					Yt(e, r).then((e) => {
						postMessage({
							type: t,
							out: e
						});
					}, (e) => {
						postMessage({
							type: t,
							err: e
						});
					});
					break;
				}
				case "release":
					Xt(n), postMessage({ type: t });
					break;
				case "run": {
					let { sessionId: e, inputIndices: r, inputs: i, outputIndices: a, options: o } = n;
					Qt(e, r, i, a, Array(a.length).fill(null), o).then((e) => {
						e.some((e) => e[3] !== "cpu") ? postMessage({
							type: t,
							err: "Proxy does not support non-cpu tensor location."
						}) : postMessage({
							type: t,
							out: e
						}, en([...i, ...e]));
					}, (e) => {
						postMessage({
							type: t,
							err: e
						});
					});
					break;
				}
				case "end-profiling": $t(n), postMessage({ type: t });
			}
		} catch (e) {
			postMessage({
				type: t,
				err: e
			});
		}
	}), $e = Qe ? null : (e) => new Worker(e ?? j, {
		type: "module",
		name: Ze
	});
}), tt, nt, rt, j, it, at, ot, st, ct, lt, ut, dt, ft, pt, mt = x(() => {
	Ye(), tt = typeof location > "u" ? void 0 : location.origin, nt = import.meta.url > "file:" && import.meta.url < "file;", rt = () => nt ? new URL(new URL("ort.wasm.min.mjs", import.meta.url).href, tt).href : import.meta.url, j = rt(), it = () => {
		if (j && !j.startsWith("blob:")) return j.substring(0, j.lastIndexOf("/") + 1);
	}, at = (e, t) => {
		try {
			let n = t ?? j;
			return (n ? new URL(e, n) : new URL(e)).origin === tt;
		} catch {
			return !1;
		}
	}, ot = (e, t) => {
		let n = t ?? j;
		try {
			return (n ? new URL(e, n) : new URL(e)).href;
		} catch {
			return;
		}
	}, st = (e, t) => `${t ?? "./"}${e}`, ct = async (e) => {
		let t = await (await fetch(e, { credentials: "same-origin" })).blob();
		return URL.createObjectURL(t);
	}, lt = async (e) => (await import(
		/*webpackIgnore:true*/
		/*@vite-ignore*/
		e
)).default, ut = (et(), ae(Xe)).default, dt = async () => {
		if (!j) throw Error("Failed to load proxy worker: cannot determine the script source URL.");
		if (at(j)) return [void 0, ut()];
		let e = await ct(j);
		return [e, ut(e)];
	}, ft = void 0, pt = async (e, t, n, r) => {
		let i = ft && !(e || t);
		if (i) {
			if (j) i = at(j) || r && !n;
			else if (r && !n) i = !0;
			else throw Error("cannot determine the script source URL.");
		}
		if (i) return [void 0, ft];
		{
			let r = "ort-wasm-simd-threaded.mjs", i = e ?? ot(r, t), a = n && i && !at(i, t), o = a ? await ct(i) : i ?? st(r, t);
			return [a ? o : void 0, await lt(o)];
		}
	};
}), ht, gt, _t, vt, yt, bt, xt, St, M, Ct = x(() => {
	mt(), gt = !1, _t = !1, vt = !1, yt = () => {
		if (typeof SharedArrayBuffer > "u") return !1;
		try {
			return typeof MessageChannel < "u" && new MessageChannel().port1.postMessage(new SharedArrayBuffer(1)), WebAssembly.validate(new Uint8Array([
				0,
				97,
				115,
				109,
				1,
				0,
				0,
				0,
				1,
				4,
				1,
				96,
				0,
				0,
				3,
				2,
				1,
				0,
				5,
				4,
				1,
				3,
				1,
				1,
				10,
				11,
				1,
				9,
				0,
				65,
				0,
				254,
				16,
				2,
				0,
				26,
				11
			]));
		} catch {
			return !1;
		}
	}, bt = () => {
		try {
			return WebAssembly.validate(new Uint8Array([
				0,
				97,
				115,
				109,
				1,
				0,
				0,
				0,
				1,
				4,
				1,
				96,
				0,
				0,
				3,
				2,
				1,
				0,
				10,
				30,
				1,
				28,
				0,
				65,
				0,
				253,
				15,
				253,
				12,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				253,
				186,
				1,
				26,
				11
			]));
		} catch {
			return !1;
		}
	}, xt = () => {
		try {
			return WebAssembly.validate(new Uint8Array([
				0,
				97,
				115,
				109,
				1,
				0,
				0,
				0,
				1,
				5,
				1,
				96,
				0,
				1,
				123,
				3,
				2,
				1,
				0,
				10,
				19,
				1,
				17,
				0,
				65,
				1,
				253,
				15,
				65,
				2,
				253,
				15,
				65,
				3,
				253,
				15,
				253,
				147,
				2,
				11
			]));
		} catch {
			return !1;
		}
	}, St = async (e) => {
		if (gt) return Promise.resolve();
		if (_t) throw Error("multiple calls to 'initializeWebAssembly()' detected.");
		if (vt) throw Error("previous call to 'initializeWebAssembly()' failed.");
		_t = !0;
		let t = e.initTimeout, n = e.numThreads;
		if (e.simd !== !1) {
			if (e.simd === "relaxed") {
				if (!xt()) throw Error("Relaxed WebAssembly SIMD is not supported in the current environment.");
			} else if (!bt()) throw Error("WebAssembly SIMD is not supported in the current environment.");
		}
		let r = yt();
		n > 1 && !r && (typeof self < "u" && !self.crossOriginIsolated && console.warn("env.wasm.numThreads is set to " + n + ", but this will not work unless you enable crossOriginIsolated mode. See https://web.dev/cross-origin-isolation-guide/ for more info."), console.warn("WebAssembly multi-threading is not supported in the current environment. Falling back to single-threading."), e.numThreads = n = 1);
		let i = e.wasmPaths, a = typeof i == "string" ? i : void 0, o = i?.mjs, s = o?.href ?? o, c = i?.wasm, l = c?.href ?? c, u = e.wasmBinary, [d, f] = await pt(s, a, n > 1, !!u || !!l), p = !1, m = [];
		if (t > 0 && m.push(new Promise((e) => {
			setTimeout(() => {
				p = !0, e();
			}, t);
		})), m.push(new Promise((e, t) => {
			let r = { numThreads: n };
			if (u) r.wasmBinary = u, r.locateFile = (e) => e;
			else if (l || a) r.locateFile = (e) => l ?? a + e;
			else if (s && s.indexOf("blob:") !== 0) r.locateFile = (e) => new URL(e, s).href;
			else if (d) {
				let e = it();
				e && (r.locateFile = (t) => e + t);
			}
			f(r).then((t) => {
				_t = !1, gt = !0, ht = t, e(), d && URL.revokeObjectURL(d);
			}, (e) => {
				_t = !1, vt = !0, t(e);
			});
		})), await Promise.race(m), p) throw Error(`WebAssembly backend initializing failed due to timeout: ${t}ms`);
	}, M = () => {
		if (gt && ht) return ht;
		throw Error("WebAssembly is not initialized yet.");
	};
}), N, wt, P, Tt = x(() => {
	Ct(), N = (e, t) => {
		let n = M(), r = n.lengthBytesUTF8(e) + 1, i = n._malloc(r);
		return n.stringToUTF8(e, i, r), t.push(i), i;
	}, wt = (e, t, n, r) => {
		if (typeof e == "object" && e) {
			if (n.has(e)) throw Error("Circular reference in options");
			n.add(e);
		}
		Object.entries(e).forEach(([e, i]) => {
			let a = t ? t + e : e;
			if (typeof i == "object") wt(i, a + ".", n, r);
			else if (typeof i == "string" || typeof i == "number") r(a, i.toString());
			else if (typeof i == "boolean") r(a, i ? "1" : "0");
			else throw Error(`Can't handle extra config type: ${typeof i}`);
		});
	}, P = (e) => {
		let t = M(), n = t.stackSave();
		try {
			let n = t.PTR_SIZE, r = t.stackAlloc(2 * n);
			t._OrtGetLastError(r, r + n);
			let i = Number(t.getValue(r, n === 4 ? "i32" : "i64")), a = t.getValue(r + n, "*"), o = a ? t.UTF8ToString(a) : "";
			throw Error(`${e} ERROR_CODE: ${i}, ERROR_MESSAGE: ${o}`);
		} finally {
			t.stackRestore(n);
		}
	};
}), Et, Dt = x(() => {
	Ct(), Tt(), Et = (e) => {
		let t = M(), n = 0, r = [], i = e || {};
		try {
			if (e?.logSeverityLevel === void 0) i.logSeverityLevel = 2;
			else if (typeof e.logSeverityLevel != "number" || !Number.isInteger(e.logSeverityLevel) || e.logSeverityLevel < 0 || e.logSeverityLevel > 4) throw Error(`log severity level is not valid: ${e.logSeverityLevel}`);
			if (e?.logVerbosityLevel === void 0) i.logVerbosityLevel = 0;
			else if (typeof e.logVerbosityLevel != "number" || !Number.isInteger(e.logVerbosityLevel)) throw Error(`log verbosity level is not valid: ${e.logVerbosityLevel}`);
			e?.terminate === void 0 && (i.terminate = !1);
			let a = 0;
			return e?.tag !== void 0 && (a = N(e.tag, r)), n = t._OrtCreateRunOptions(i.logSeverityLevel, i.logVerbosityLevel, !!i.terminate, a), n === 0 && P("Can't create run options."), e?.extra !== void 0 && wt(e.extra, "", /* @__PURE__ */ new WeakSet(), (e, i) => {
				let a = N(e, r), o = N(i, r);
				t._OrtAddRunConfigEntry(n, a, o) !== 0 && P(`Can't set a run config entry: ${e} - ${i}.`);
			}), [n, r];
		} catch (e) {
			throw n !== 0 && t._OrtReleaseRunOptions(n), r.forEach((e) => t._free(e)), e;
		}
	};
}), Ot, kt, At, F, jt, Mt, Nt = x(() => {
	Ct(), Tt(), Ot = (e) => {
		switch (e) {
			case "disabled": return 0;
			case "basic": return 1;
			case "extended": return 2;
			case "layout": return 3;
			case "all": return 99;
			default: throw Error(`unsupported graph optimization level: ${e}`);
		}
	}, kt = (e) => {
		switch (e) {
			case "sequential": return 0;
			case "parallel": return 1;
			default: throw Error(`unsupported execution mode: ${e}`);
		}
	}, At = (e) => {
		e.extra ||= {}, e.extra.session || (e.extra.session = {});
		let t = e.extra.session;
		t.use_ort_model_bytes_directly ||= "1", e.executionProviders && e.executionProviders.some((e) => (typeof e == "string" ? e : e.name) === "webgpu") && (e.enableMemPattern = !1);
	}, F = (e, t, n, r) => {
		let i = N(t, r), a = N(n, r);
		M()._OrtAddSessionConfigEntry(e, i, a) !== 0 && P(`Can't set a session config entry: ${t} - ${n}.`);
	}, jt = async (e, t, n) => {
		let r = t.executionProviders;
		for (let t of r) {
			let r = typeof t == "string" ? t : t.name, i = [];
			switch (r) {
				case "webnn":
					if (r = "WEBNN", F(e, "session.disable_quant_qdq", "1", n), F(e, "session.disable_qdq_constant_folding", "1", n), typeof t != "string") {
						let r = t?.deviceType;
						r && F(e, "deviceType", r, n);
					}
					break;
				case "webgpu":
					if (r = "JS", typeof t != "string") {
						let r = t;
						if (r?.preferredLayout) {
							if (r.preferredLayout !== "NCHW" && r.preferredLayout !== "NHWC") throw Error(`preferredLayout must be either 'NCHW' or 'NHWC': ${r.preferredLayout}`);
							F(e, "preferredLayout", r.preferredLayout, n);
						}
					}
					break;
				case "wasm":
				case "cpu": continue;
				default: throw Error(`not supported execution provider: ${r}`);
			}
			let a = N(r, n), o = i.length, s = 0, c = 0;
			if (o > 0) {
				s = M()._malloc(o * M().PTR_SIZE), n.push(s), c = M()._malloc(o * M().PTR_SIZE), n.push(c);
				for (let e = 0; e < o; e++) M().setValue(s + e * M().PTR_SIZE, i[e][0], "*"), M().setValue(c + e * M().PTR_SIZE, i[e][1], "*");
			}
			await M()._OrtAppendExecutionProvider(e, a, s, c, o) !== 0 && P(`Can't append execution provider: ${r}.`);
		}
	}, Mt = async (e) => {
		let t = M(), n = 0, r = [], i = e || {};
		At(i);
		try {
			let e = Ot(i.graphOptimizationLevel ?? "all"), a = kt(i.executionMode ?? "sequential"), o = typeof i.logId == "string" ? N(i.logId, r) : 0, s = i.logSeverityLevel ?? 2;
			if (!Number.isInteger(s) || s < 0 || s > 4) throw Error(`log severity level is not valid: ${s}`);
			let c = i.logVerbosityLevel ?? 0;
			if (!Number.isInteger(c) || c < 0 || c > 4) throw Error(`log verbosity level is not valid: ${c}`);
			let l = typeof i.optimizedModelFilePath == "string" ? N(i.optimizedModelFilePath, r) : 0;
			if (n = t._OrtCreateSessionOptions(e, !!i.enableCpuMemArena, !!i.enableMemPattern, a, !!i.enableProfiling, 0, o, s, c, l), n === 0 && P("Can't create session options."), i.executionProviders && await jt(n, i, r), i.enableGraphCapture !== void 0) {
				if (typeof i.enableGraphCapture != "boolean") throw Error(`enableGraphCapture must be a boolean value: ${i.enableGraphCapture}`);
				F(n, "enableGraphCapture", i.enableGraphCapture.toString(), r);
			}
			if (i.freeDimensionOverrides) for (let [e, a] of Object.entries(i.freeDimensionOverrides)) {
				if (typeof e != "string") throw Error(`free dimension override name must be a string: ${e}`);
				if (typeof a != "number" || !Number.isInteger(a) || a < 0) throw Error(`free dimension override value must be a non-negative integer: ${a}`);
				let i = N(e, r);
				t._OrtAddFreeDimensionOverride(n, i, a) !== 0 && P(`Can't set a free dimension override: ${e} - ${a}.`);
			}
			return i.extra !== void 0 && wt(i.extra, "", /* @__PURE__ */ new WeakSet(), (e, t) => {
				F(n, e, t, r);
			}), [n, r];
		} catch (e) {
			throw n !== 0 && t._OrtReleaseSessionOptions(n) !== 0 && P("Can't release session options."), r.forEach((e) => t._free(e)), e;
		}
	};
}), I, Pt, L, Ft, It, Lt, Rt, zt, Bt = x(() => {
	I = (e) => {
		switch (e) {
			case "int8": return 3;
			case "uint8": return 2;
			case "bool": return 9;
			case "int16": return 5;
			case "uint16": return 4;
			case "int32": return 6;
			case "uint32": return 12;
			case "float16": return 10;
			case "float32": return 1;
			case "float64": return 11;
			case "string": return 8;
			case "int64": return 7;
			case "uint64": return 13;
			case "int4": return 22;
			case "uint4": return 21;
			default: throw Error(`unsupported data type: ${e}`);
		}
	}, Pt = (e) => {
		switch (e) {
			case 3: return "int8";
			case 2: return "uint8";
			case 9: return "bool";
			case 5: return "int16";
			case 4: return "uint16";
			case 6: return "int32";
			case 12: return "uint32";
			case 10: return "float16";
			case 1: return "float32";
			case 11: return "float64";
			case 8: return "string";
			case 7: return "int64";
			case 13: return "uint64";
			case 22: return "int4";
			case 21: return "uint4";
			default: throw Error(`unsupported data type: ${e}`);
		}
	}, L = (e, t) => {
		let n = [
			-1,
			4,
			1,
			1,
			2,
			2,
			4,
			8,
			-1,
			1,
			2,
			8,
			4,
			8,
			-1,
			-1,
			-1,
			-1,
			-1,
			-1,
			-1,
			.5,
			.5
		][e], r = typeof t == "number" ? t : t.reduce((e, t) => e * t, 1);
		return n > 0 ? Math.ceil(r * n) : void 0;
	}, Ft = (e) => {
		switch (e) {
			case "float16": return typeof Float16Array < "u" ? Float16Array : Uint16Array;
			case "float32": return Float32Array;
			case "uint8": return Uint8Array;
			case "int8": return Int8Array;
			case "uint16": return Uint16Array;
			case "int16": return Int16Array;
			case "int32": return Int32Array;
			case "bool": return Uint8Array;
			case "float64": return Float64Array;
			case "uint32": return Uint32Array;
			case "int64": return BigInt64Array;
			case "uint64": return BigUint64Array;
			default: throw Error(`unsupported type: ${e}`);
		}
	}, It = (e) => {
		switch (e) {
			case "verbose": return 0;
			case "info": return 1;
			case "warning": return 2;
			case "error": return 3;
			case "fatal": return 4;
			default: throw Error(`unsupported logging level: ${e}`);
		}
	}, Lt = (e) => e === "float32" || e === "float16" || e === "int32" || e === "int64" || e === "uint32" || e === "uint8" || e === "bool" || e === "uint4" || e === "int4", Rt = (e) => e === "float32" || e === "float16" || e === "int32" || e === "int64" || e === "uint32" || e === "uint64" || e === "int8" || e === "uint8" || e === "bool" || e === "uint4" || e === "int4", zt = (e) => {
		switch (e) {
			case "none": return 0;
			case "cpu": return 1;
			case "cpu-pinned": return 2;
			case "texture": return 3;
			case "gpu-buffer": return 4;
			case "ml-tensor": return 5;
			default: throw Error(`unsupported data location: ${e}`);
		}
	};
}), Vt, Ht = x(() => {
	Ye(), Vt = async (e) => {
		if (typeof e == "string") {
			let t = await fetch(e);
			if (!t.ok) throw Error(`failed to load external data file: ${e}`);
			let n = t.headers.get("Content-Length"), r = n ? parseInt(n, 10) : 0;
			if (r < 1073741824) return new Uint8Array(await t.arrayBuffer());
			{
				if (!t.body) throw Error(`failed to load external data file: ${e}, no response body.`);
				let n = t.body.getReader(), i;
				try {
					i = new ArrayBuffer(r);
				} catch (e) {
					if (e instanceof RangeError) {
						let e = Math.ceil(r / 65536);
						i = new WebAssembly.Memory({
							initial: e,
							maximum: e
						}).buffer;
					} else throw e;
				}
				let a = 0;
				for (;;) {
					let { done: e, value: t } = await n.read();
					if (e) break;
					let r = t.byteLength;
					new Uint8Array(i, a, r).set(t), a += r;
				}
				return new Uint8Array(i, 0, r);
			}
		}
		return e instanceof Blob ? new Uint8Array(await e.arrayBuffer()) : e instanceof Uint8Array ? e : new Uint8Array(e);
	};
}), Ut, Wt, Gt, R, Kt, qt, Jt, Yt, Xt, Zt, Qt, $t, en, tn = x(() => {
	A(), Dt(), Nt(), Bt(), Ct(), Tt(), Ht(), Ut = (e, t) => {
		M()._OrtInit(e, t) !== 0 && P("Can't initialize onnxruntime.");
	}, Wt = async (e) => {
		Ut(e.wasm.numThreads, It(e.logLevel));
	}, Gt = async (e, t) => {
		M().asyncInit?.();
		let n = e.webgpu.adapter;
		if (t === "webgpu") {
			if (typeof navigator > "u" || !navigator.gpu) throw Error("WebGPU is not supported in current environment");
			if (n) {
				if (typeof n.limits != "object" || typeof n.features != "object" || typeof n.requestDevice != "function") throw Error("Invalid GPU adapter set in `env.webgpu.adapter`. It must be a GPUAdapter object.");
			} else {
				let t = e.webgpu.powerPreference;
				if (t !== void 0 && t !== "low-power" && t !== "high-performance") throw Error(`Invalid powerPreference setting: "${t}"`);
				let r = e.webgpu.forceFallbackAdapter;
				if (r !== void 0 && typeof r != "boolean") throw Error(`Invalid forceFallbackAdapter setting: "${r}"`);
				if (n = await navigator.gpu.requestAdapter({
					powerPreference: t,
					forceFallbackAdapter: r
				}), !n) throw Error("Failed to get GPU adapter. You may need to enable flag \"--enable-unsafe-webgpu\" if you are using Chrome.");
			}
		}
		if (t === "webnn" && (typeof navigator > "u" || !navigator.ml)) throw Error("WebNN is not supported in current environment");
	}, R = /* @__PURE__ */ new Map(), Kt = (e) => {
		let t = M(), n = t.stackSave();
		try {
			let n = t.PTR_SIZE, r = t.stackAlloc(2 * n);
			t._OrtGetInputOutputCount(e, r, r + n) !== 0 && P("Can't get session input/output count.");
			let i = n === 4 ? "i32" : "i64";
			return [Number(t.getValue(r, i)), Number(t.getValue(r + n, i))];
		} finally {
			t.stackRestore(n);
		}
	}, qt = (e, t) => {
		let n = M(), r = n.stackSave(), i = 0;
		try {
			let r = n.PTR_SIZE, a = n.stackAlloc(2 * r);
			n._OrtGetInputOutputMetadata(e, t, a, a + r) !== 0 && P("Can't get session input/output metadata.");
			let o = Number(n.getValue(a, "*"));
			i = Number(n.getValue(a + r, "*"));
			let s = n.HEAP32[i / 4];
			if (s === 0) return [o, 0];
			let c = n.HEAPU32[i / 4 + 1], l = [];
			for (let e = 0; e < c; e++) {
				let t = Number(n.getValue(i + 8 + e * r, "*"));
				l.push(t === 0 ? Number(n.getValue(i + 8 + (e + c) * r, "*")) : n.UTF8ToString(t));
			}
			return [
				o,
				s,
				l
			];
		} finally {
			n.stackRestore(r), i !== 0 && n._OrtFree(i);
		}
	}, Jt = (e) => {
		let t = M(), n = t._malloc(e.byteLength);
		if (n === 0) throw Error(`Can't create a session. failed to allocate a buffer of size ${e.byteLength}.`);
		return t.HEAPU8.set(e, n), [n, e.byteLength];
	}, Yt = async (e, t) => {
		let n, r, i = M();
		Array.isArray(e) ? [n, r] = e : e.buffer === i.HEAPU8.buffer ? [n, r] = [e.byteOffset, e.byteLength] : [n, r] = Jt(e);
		let a = 0, o = 0, s = [], c = [], l = [];
		try {
			if ([o, s] = await Mt(t), t?.externalData && i.mountExternalData) {
				let e = [];
				for (let n of t.externalData) {
					let t = typeof n == "string" ? n : n.path, r = typeof n == "string" ? n : n.data;
					e.push(Vt(r).then((e) => {
						i.mountExternalData(t, e);
					}));
				}
				await Promise.all(e);
			}
			for (let e of t?.executionProviders ?? []) if ((typeof e == "string" ? e : e.name) === "webnn") {
				if (i.shouldTransferToMLTensor = !1, typeof e != "string") {
					let t = e, n = t?.context, r = t?.gpuDevice, a = t?.deviceType, o = t?.powerPreference;
					i.currentContext = n || (r ? await i.webnnCreateMLContext(r) : await i.webnnCreateMLContext({
						deviceType: a,
						powerPreference: o
					}));
				} else i.currentContext = await i.webnnCreateMLContext();
				break;
			}
			a = await i._OrtCreateSession(n, r, o), i.webgpuOnCreateSession?.(a), a === 0 && P("Can't create a session."), i.jsepOnCreateSession?.(), i.currentContext && (i.webnnRegisterMLContext(a, i.currentContext), i.currentContext = void 0, i.shouldTransferToMLTensor = !0);
			let [e, u] = Kt(a), d = !!t?.enableGraphCapture, f = [], p = [], m = [], h = [];
			for (let t = 0; t < e; t++) {
				let [e, n, r] = qt(a, t);
				e === 0 && P("Can't get an input name."), c.push(e);
				let o = i.UTF8ToString(e);
				f.push(o), m.push(n === 0 ? {
					name: o,
					isTensor: !1
				} : {
					name: o,
					isTensor: !0,
					type: Pt(n),
					shape: r
				});
			}
			for (let t = 0; t < u; t++) {
				let [n, r, o] = qt(a, t + e);
				n === 0 && P("Can't get an output name."), l.push(n);
				let s = i.UTF8ToString(n);
				p.push(s), h.push(r === 0 ? {
					name: s,
					isTensor: !1
				} : {
					name: s,
					isTensor: !0,
					type: Pt(r),
					shape: o
				});
			}
			return R.set(a, [
				a,
				c,
				l,
				null,
				d,
				!1
			]), [
				a,
				f,
				p,
				m,
				h
			];
		} catch (e) {
			throw c.forEach((e) => i._OrtFree(e)), l.forEach((e) => i._OrtFree(e)), a !== 0 && i._OrtReleaseSession(a) !== 0 && P("Can't release session."), e;
		} finally {
			i._free(n), o !== 0 && i._OrtReleaseSessionOptions(o) !== 0 && P("Can't release session options."), s.forEach((e) => i._free(e)), i.unmountExternalData?.();
		}
	}, Xt = (e) => {
		let t = M(), n = R.get(e);
		if (!n) throw Error(`cannot release session. invalid session id: ${e}`);
		let [r, i, a, o, s] = n;
		o && (s && t._OrtClearBoundOutputs(o.handle) !== 0 && P("Can't clear bound outputs."), t._OrtReleaseBinding(o.handle) !== 0 && P("Can't release IO binding.")), t.jsepOnReleaseSession?.(e), t.webnnOnReleaseSession?.(e), t.webgpuOnReleaseSession?.(e), i.forEach((e) => t._OrtFree(e)), a.forEach((e) => t._OrtFree(e)), t._OrtReleaseSession(r) !== 0 && P("Can't release session."), R.delete(e);
	}, Zt = async (e, t, n, r, i, a, o = !1) => {
		if (!e) {
			t.push(0);
			return;
		}
		let s = M(), c = s.PTR_SIZE, l = e[0], u = e[1], d = e[3], f = d, p, m;
		if (l === "string" && (d === "gpu-buffer" || d === "ml-tensor")) throw Error("String tensor is not supported on GPU.");
		if (o && d !== "gpu-buffer") throw Error(`External buffer must be provided for input/output index ${a} when enableGraphCapture is true.`);
		if (d === "gpu-buffer") {
			let t = e[2].gpuBuffer;
			m = L(I(l), u);
			{
				let e = s.jsepRegisterBuffer;
				if (!e) throw Error("Tensor location \"gpu-buffer\" is not supported without using WebGPU.");
				p = e(r, a, t, m);
			}
		} else if (d === "ml-tensor") {
			let t = e[2].mlTensor;
			m = L(I(l), u);
			let n = s.webnnRegisterMLTensor;
			if (!n) throw Error("Tensor location \"ml-tensor\" is not supported without using WebNN.");
			p = n(r, t, I(l), u);
		} else {
			let t = e[2];
			if (Array.isArray(t)) {
				m = c * t.length, p = s._malloc(m), n.push(p);
				for (let e = 0; e < t.length; e++) {
					if (typeof t[e] != "string") throw TypeError(`tensor data at index ${e} is not a string`);
					s.setValue(p + e * c, N(t[e], n), "*");
				}
			} else {
				let e = s.webnnIsGraphInput, a = s.webnnIsGraphOutput;
				if (l !== "string" && e && a) {
					let o = s.UTF8ToString(i);
					if (e(r, o) || a(r, o)) {
						let e = I(l);
						m = L(e, u), f = "ml-tensor";
						let n = s.webnnCreateTemporaryTensor, i = s.webnnUploadTensor;
						if (!n || !i) throw Error("Tensor location \"ml-tensor\" is not supported without using WebNN.");
						let a = await n(r, e, u);
						i(a, new Uint8Array(t.buffer, t.byteOffset, t.byteLength)), p = a;
					} else m = t.byteLength, p = s._malloc(m), n.push(p), s.HEAPU8.set(new Uint8Array(t.buffer, t.byteOffset, m), p);
				} else m = t.byteLength, p = s._malloc(m), n.push(p), s.HEAPU8.set(new Uint8Array(t.buffer, t.byteOffset, m), p);
			}
		}
		let h = s.stackSave(), g = s.stackAlloc(4 * u.length);
		try {
			u.forEach((e, t) => s.setValue(g + t * c, e, c === 4 ? "i32" : "i64"));
			let e = s._OrtCreateTensor(I(l), p, m, g, u.length, zt(f));
			e === 0 && P(`Can't create tensor for input/output. session=${r}, index=${a}.`), t.push(e);
		} finally {
			s.stackRestore(h);
		}
	}, Qt = async (e, t, n, r, i, a) => {
		let o = M(), s = o.PTR_SIZE, c = R.get(e);
		if (!c) throw Error(`cannot run inference. invalid session id: ${e}`);
		let l = c[0], u = c[1], d = c[2], f = c[3], p = c[4];
		c[5];
		let m = t.length, h = r.length, g = 0, _ = [], v = [], y = [], ee = [], te = [], b = o.stackSave(), ne = o.stackAlloc(m * s), x = o.stackAlloc(m * s), re = o.stackAlloc(h * s), ie = o.stackAlloc(h * s);
		try {
			[g, _] = Et(a), k("wasm prepareInputOutputTensor");
			for (let r = 0; r < m; r++) await Zt(n[r], v, ee, e, u[t[r]], t[r], p);
			for (let t = 0; t < h; t++) await Zt(i[t], y, ee, e, d[r[t]], m + r[t], p);
			ze("wasm prepareInputOutputTensor");
			for (let e = 0; e < m; e++) o.setValue(ne + e * s, v[e], "*"), o.setValue(x + e * s, u[t[e]], "*");
			for (let e = 0; e < h; e++) o.setValue(re + e * s, y[e], "*"), o.setValue(ie + e * s, d[r[e]], "*");
			o.jsepOnRunStart?.(l), o.webnnOnRunStart?.(l);
			let c;
			c = await o._OrtRun(l, x, ne, m, ie, h, re, g), c !== 0 && P("failed to call OrtRun().");
			let b = [], ae = [];
			k("wasm ProcessOutputTensor");
			for (let t = 0; t < h; t++) {
				let n = Number(o.getValue(re + t * s, "*"));
				if (n === y[t] || te.includes(y[t])) {
					b.push(i[t]), n !== y[t] && o._OrtReleaseTensor(n) !== 0 && P("Can't release tensor.");
					continue;
				}
				let a = o.stackSave(), c = o.stackAlloc(4 * s), l = !1, u, d = 0;
				try {
					o._OrtGetTensorData(n, c, c + s, c + 2 * s, c + 3 * s) !== 0 && P(`Can't access output tensor data on index ${t}.`);
					let i = s === 4 ? "i32" : "i64", a = Number(o.getValue(c, i));
					d = o.getValue(c + s, "*");
					let p = o.getValue(c + s * 2, "*"), m = Number(o.getValue(c + s * 3, i)), h = [];
					for (let e = 0; e < m; e++) h.push(Number(o.getValue(p + e * s, i)));
					o._OrtFree(p) !== 0 && P("Can't free memory for tensor dims.");
					let g = h.reduce((e, t) => e * t, 1);
					u = Pt(a);
					let _ = f?.outputPreferredLocations[r[t]];
					if (u === "string") {
						if (_ === "gpu-buffer" || _ === "ml-tensor") throw Error("String tensor is not supported on GPU.");
						let e = [];
						for (let t = 0; t < g; t++) {
							let n = o.getValue(d + t * s, "*"), r = o.getValue(d + (t + 1) * s, "*"), i = t === g - 1 ? void 0 : r - n;
							e.push(o.UTF8ToString(n, i));
						}
						b.push([
							u,
							h,
							e,
							"cpu"
						]);
					} else if (_ === "gpu-buffer" && g > 0) {
						let e = o.jsepGetBuffer;
						if (!e) throw Error("preferredLocation \"gpu-buffer\" is not supported without using WebGPU.");
						let t = e(d), r = L(a, g);
						if (r === void 0 || !Lt(u)) throw Error(`Unsupported data type: ${u}`);
						l = !0, b.push([
							u,
							h,
							{
								gpuBuffer: t,
								download: o.jsepCreateDownloader(t, r, u),
								dispose: () => {
									o._OrtReleaseTensor(n) !== 0 && P("Can't release tensor.");
								}
							},
							"gpu-buffer"
						]);
					} else if (_ === "ml-tensor" && g > 0) {
						let t = o.webnnEnsureTensor, r = o.webnnIsGraphInputOutputTypeSupported;
						if (!t || !r) throw Error("preferredLocation \"ml-tensor\" is not supported without using WebNN.");
						if (L(a, g) === void 0 || !Rt(u)) throw Error(`Unsupported data type: ${u}`);
						if (!r(e, u, !1)) throw Error(`preferredLocation "ml-tensor" for ${u} output is not supported by current WebNN Context.`);
						let i = await t(e, d, a, h, !1);
						l = !0, b.push([
							u,
							h,
							{
								mlTensor: i,
								download: o.webnnCreateMLTensorDownloader(d, u),
								dispose: () => {
									o.webnnReleaseTensorId(d), o._OrtReleaseTensor(n);
								}
							},
							"ml-tensor"
						]);
					} else if (_ === "ml-tensor-cpu-output" && g > 0) {
						let e = o.webnnCreateMLTensorDownloader(d, u)(), t = b.length;
						l = !0, ae.push((async () => {
							let r = [t, await e];
							return o.webnnReleaseTensorId(d), o._OrtReleaseTensor(n), r;
						})()), b.push([
							u,
							h,
							[],
							"cpu"
						]);
					} else {
						let e = new (Ft(u))(g);
						new Uint8Array(e.buffer, e.byteOffset, e.byteLength).set(o.HEAPU8.subarray(d, d + e.byteLength)), b.push([
							u,
							h,
							e,
							"cpu"
						]);
					}
				} finally {
					o.stackRestore(a), u === "string" && d && o._free(d), l || o._OrtReleaseTensor(n);
				}
			}
			f && !p && (o._OrtClearBoundOutputs(f.handle) !== 0 && P("Can't clear bound outputs."), R.set(e, [
				l,
				u,
				d,
				f,
				p,
				!1
			]));
			for (let [e, t] of await Promise.all(ae)) b[e][2] = t;
			return ze("wasm ProcessOutputTensor"), b;
		} finally {
			o.webnnOnRunEnd?.(l), o.stackRestore(b), v.forEach((e) => o._OrtReleaseTensor(e)), y.forEach((e) => o._OrtReleaseTensor(e)), ee.forEach((e) => o._free(e)), g !== 0 && o._OrtReleaseRunOptions(g), _.forEach((e) => o._free(e));
		}
	}, $t = (e) => {
		let t = M(), n = R.get(e);
		if (!n) throw Error("invalid session id");
		let r = n[0], i = t._OrtEndProfiling(r);
		i === 0 && P("Can't get an profile file name."), t._OrtFree(i);
	}, en = (e) => {
		let t = [];
		for (let n of e) {
			let e = n[2];
			!Array.isArray(e) && "buffer" in e && t.push(e.buffer);
		}
		return t;
	};
}), z, B, V, nn, rn, an, on, sn, H, U, cn, ln, un, dn, fn, pn, mn, hn, gn = x(() => {
	A(), tn(), Ct(), mt(), z = () => !!w.wasm.proxy && typeof document < "u", V = !1, nn = !1, rn = !1, sn = /* @__PURE__ */ new Map(), H = (e, t) => {
		let n = sn.get(e);
		n ? n.push(t) : sn.set(e, [t]);
	}, U = () => {
		if (V || !nn || rn || !B) throw Error("worker not ready");
	}, cn = (e) => {
		switch (e.data.type) {
			case "init-wasm":
				V = !1, e.data.err ? (rn = !0, on[1](e.data.err)) : (nn = !0, on[0]()), an &&= (URL.revokeObjectURL(an), void 0);
				break;
			case "init-ep":
			case "copy-from":
			case "create":
			case "release":
			case "run":
			case "end-profiling": {
				let t = sn.get(e.data.type);
				e.data.err ? t.shift()[1](e.data.err) : t.shift()[0](e.data.out);
				break;
			}
		}
	}, ln = async () => {
		if (!nn) {
			if (V) throw Error("multiple calls to 'initWasm()' detected.");
			if (rn) throw Error("previous call to 'initWasm()' failed.");
			if (V = !0, z()) return new Promise((e, t) => {
				B?.terminate(), dt().then(([n, r]) => {
					try {
						B = r, B.onerror = (e) => t(e), B.onmessage = cn, on = [e, t];
						let i = {
							type: "init-wasm",
							in: w
						};
						if (!i.in.wasm.wasmPaths && n) {
							let e = it();
							e && (i.in.wasm.wasmPaths = e);
						}
						B.postMessage(i), an = n;
					} catch (e) {
						t(e);
					}
				}, t);
			});
			try {
				await St(w.wasm), await Wt(w), nn = !0;
			} catch (e) {
				throw rn = !0, e;
			} finally {
				V = !1;
			}
		}
	}, un = async (e) => {
		if (z()) return U(), new Promise((t, n) => {
			H("init-ep", [t, n]);
			let r = {
				type: "init-ep",
				in: {
					epName: e,
					env: w
				}
			};
			B.postMessage(r);
		});
		await Gt(w, e);
	}, dn = async (e) => z() ? (U(), new Promise((t, n) => {
		H("copy-from", [t, n]);
		let r = {
			type: "copy-from",
			in: { buffer: e }
		};
		B.postMessage(r, [e.buffer]);
	})) : Jt(e), fn = async (e, t) => {
		if (z()) {
			if (t?.preferredOutputLocation) throw Error("session option \"preferredOutputLocation\" is not supported for proxy.");
			return U(), new Promise((n, r) => {
				H("create", [n, r]);
				let i = {
					type: "create",
					in: {
						model: e,
						options: { ...t }
					}
				}, a = [];
				e instanceof Uint8Array && a.push(e.buffer), B.postMessage(i, a);
			});
		}
		return Yt(e, t);
	}, pn = async (e) => {
		if (z()) return U(), new Promise((t, n) => {
			H("release", [t, n]);
			let r = {
				type: "release",
				in: e
			};
			B.postMessage(r);
		});
		Xt(e);
	}, mn = async (e, t, n, r, i, a) => {
		if (z()) {
			if (n.some((e) => e[3] !== "cpu")) throw Error("input tensor on GPU is not supported for proxy.");
			if (i.some((e) => e)) throw Error("pre-allocated output tensor is not supported for proxy.");
			return U(), new Promise((i, o) => {
				H("run", [i, o]);
				let s = n, c = {
					type: "run",
					in: {
						sessionId: e,
						inputIndices: t,
						inputs: s,
						outputIndices: r,
						options: a
					}
				};
				B.postMessage(c, en(s));
			});
		}
		return Qt(e, t, n, r, i, a);
	}, hn = async (e) => {
		if (z()) return U(), new Promise((t, n) => {
			H("end-profiling", [t, n]);
			let r = {
				type: "end-profiling",
				in: e
			};
			B.postMessage(r);
		});
		$t(e);
	};
}), _n, vn, yn, bn = x(() => {
	A(), gn(), Bt(), Ye(), Ht(), _n = (e, t) => {
		switch (e.location) {
			case "cpu": return [
				e.type,
				e.dims,
				e.data,
				"cpu"
			];
			case "gpu-buffer": return [
				e.type,
				e.dims,
				{ gpuBuffer: e.gpuBuffer },
				"gpu-buffer"
			];
			case "ml-tensor": return [
				e.type,
				e.dims,
				{ mlTensor: e.mlTensor },
				"ml-tensor"
			];
			default: throw Error(`invalid data location: ${e.location} for ${t()}`);
		}
	}, vn = (e) => {
		switch (e[3]) {
			case "cpu": return new D(e[0], e[2], e[1]);
			case "gpu-buffer": {
				let t = e[0];
				if (!Lt(t)) throw Error(`not supported data type: ${t} for deserializing GPU tensor`);
				let { gpuBuffer: n, download: r, dispose: i } = e[2];
				return D.fromGpuBuffer(n, {
					dataType: t,
					dims: e[1],
					download: r,
					dispose: i
				});
			}
			case "ml-tensor": {
				let t = e[0];
				if (!Rt(t)) throw Error(`not supported data type: ${t} for deserializing MLTensor tensor`);
				let { mlTensor: n, download: r, dispose: i } = e[2];
				return D.fromMLTensor(n, {
					dataType: t,
					dims: e[1],
					download: r,
					dispose: i
				});
			}
			default: throw Error(`invalid data location: ${e[3]}`);
		}
	}, yn = class {
		async fetchModelAndCopyToWasmMemory(e) {
			return dn(await Vt(e));
		}
		async loadModel(e, t) {
			Re();
			let n;
			n = typeof e == "string" ? await this.fetchModelAndCopyToWasmMemory(e) : e, [this.sessionId, this.inputNames, this.outputNames, this.inputMetadata, this.outputMetadata] = await fn(n, t), O();
		}
		async dispose() {
			return pn(this.sessionId);
		}
		async run(e, t, n) {
			Re();
			let r = [], i = [];
			Object.entries(e).forEach((e) => {
				let t = e[0], n = e[1], a = this.inputNames.indexOf(t);
				if (a === -1) throw Error(`invalid input '${t}'`);
				r.push(n), i.push(a);
			});
			let a = [], o = [];
			Object.entries(t).forEach((e) => {
				let t = e[0], n = e[1], r = this.outputNames.indexOf(t);
				if (r === -1) throw Error(`invalid output '${t}'`);
				a.push(n), o.push(r);
			});
			let s = r.map((e, t) => _n(e, () => `input "${this.inputNames[i[t]]}"`)), c = a.map((e, t) => e ? _n(e, () => `output "${this.outputNames[o[t]]}"`) : null), l = await mn(this.sessionId, i, s, o, c, n), u = {};
			for (let e = 0; e < l.length; e++) u[this.outputNames[o[e]]] = a[e] ?? vn(l[e]);
			return O(), u;
		}
		startProfiling() {}
		endProfiling() {
			hn(this.sessionId);
		}
	};
}), xn = {};
re(xn, {
	OnnxruntimeWebAssemblyBackend: () => Cn,
	initializeFlags: () => Sn,
	wasmBackend: () => wn
});
var Sn, Cn, wn, Tn = x(() => {
	A(), gn(), bn(), Sn = () => {
		(typeof w.wasm.initTimeout != "number" || w.wasm.initTimeout < 0) && (w.wasm.initTimeout = 0);
		let e = w.wasm.simd;
		if (typeof e != "boolean" && e !== void 0 && e !== "fixed" && e !== "relaxed" && (console.warn(`Property "env.wasm.simd" is set to unknown value "${e}". Reset it to \`false\` and ignore SIMD feature checking.`), w.wasm.simd = !1), typeof w.wasm.proxy != "boolean" && (w.wasm.proxy = !1), typeof w.wasm.trace != "boolean" && (w.wasm.trace = !1), typeof w.wasm.numThreads != "number" || !Number.isInteger(w.wasm.numThreads) || w.wasm.numThreads <= 0) {
			if (typeof self < "u" && !self.crossOriginIsolated) w.wasm.numThreads = 1;
			else {
				let e = typeof navigator > "u" ? ne("node:os").cpus().length : navigator.hardwareConcurrency;
				w.wasm.numThreads = Math.min(4, Math.ceil((e || 1) / 2));
			}
		}
	}, Cn = class {
		async init(e) {
			Sn(), await ln(), await un(e);
		}
		async createInferenceSessionHandler(e, t) {
			let n = new yn();
			return await n.loadModel(e, t), n;
		}
	}, wn = new Cn();
});
A(), A(), A();
var En = "1.30.0";
{
	let e = (Tn(), ae(xn)).wasmBackend;
	se("cpu", e, 10), se("wasm", e, 10);
}
Object.defineProperty(w.versions, "web", {
	value: En,
	enumerable: !0
});
// src/decode/ort.ts
function Dn(e) {
	if (w.wasm.wasmPaths) return;
	let t = (e) => new URL(e, self.location.href).href;
	w.wasm.wasmPaths = {
		mjs: t(e.mjs),
		wasm: t(e.wasm)
	}, w.wasm.numThreads = 1, w.logLevel = "error";
}
var On = new t(9, (e) => {
	e.then((e) => e.release()).catch(() => {});
});
function kn(e, t) {
	return On.get(e, async () => {
		Dn(t);
		let n = await fetch(e);
		if (!n.ok) throw Error(`The model could not be fetched: the server answered ${n.status}.`);
		let r = new Uint8Array(await n.arrayBuffer());
		return new An(await Ue.create(r, { executionProviders: ["wasm"] }));
	});
}
var An = class {
	session;
	queue = Promise.resolve();
	constructor(e) {
		this.session = e;
	}
	run(e, t) {
		let n = this.queue.then(() => this.runNow(e, t));
		return this.queue = n.catch(() => {}), n;
	}
	release() {
		this.queue.then(() => this.session.release());
	}
	async runNow(e, t) {
		let n = new D("float32", e, t), r = await this.session.run({ [this.session.inputNames[0]]: n }), i = {};
		for (let e of this.session.outputNames) i[e] = r[e].data;
		return i;
	}
}, jn = class {
	path;
	socket = null;
	waiting = /* @__PURE__ */ new Map();
	nextId = 1;
	constructor(e) {
		this.path = e;
	}
	async decode(e) {
		let t = await this.open(), n = this.nextId++ >>> 0, r = new ArrayBuffer(4 + e.byteLength);
		return new DataView(r).setUint32(0, n, !0), new Float32Array(r, 4).set(e), new Promise((e, i) => {
			this.waiting.set(n, {
				resolve: e,
				reject: i
			}), t.send(r);
		});
	}
	close() {
		this.socket?.then((e) => e.close()).catch(() => {}), this.socket = null;
	}
	open() {
		return this.socket ??= new Promise((e, t) => {
			let n = new URL(this.path, location.href);
			n.protocol = n.protocol.replace("http", "ws");
			let r = new WebSocket(n);
			r.binaryType = "arraybuffer", r.onopen = () => e(r), r.onmessage = ({ data: e }) => this.answer(e), r.onclose = () => {
				this.socket = null;
				let e = /* @__PURE__ */ Error("The server that decodes has closed the connection; move again to retry.");
				t(e), this.failAll(e);
			};
		}), this.socket;
	}
	answer(e) {
		if (typeof e == "string") return this.failAll(Error(e));
		let t = new DataView(e).getUint32(0, !0);
		this.waiting.get(t)?.resolve(new Float32Array(e, 4)), this.waiting.delete(t);
	}
	failAll(e) {
		for (let { reject: t } of this.waiting.values()) t(e);
		this.waiting.clear();
	}
};
// src/decode/engine.ts
async function Mn(e) {
	let { models: t, runtime: n, decodeSocket: r, latent: i, map: a, item: o } = e, s = (e) => e ? kn(e, n) : Promise.resolve(null);
	try {
		let [r, c] = await Promise.all([s(t.decoder), s(t.enter)]);
		if (!r) throw Error("this model is decoded on the server");
		let l = new Nn(r, a.dim), u = c && (async (e, t) => (await c.run(e, [t, i.dim])).code);
		return {
			decoder: l,
			enter: u,
			encode: t.encoder ? Fn(() => kn(t.encoder, n), o.shape) : null,
			batch: (t) => v(e, t).catch(() => d(l, u, t)),
			note: ""
		};
	} catch (e) {
		let t = In(e);
		if (!r) throw Error(`This model cannot be decoded here: ${t}`);
		let n = new jn(r);
		return {
			decoder: n,
			batch: (e) => Pn(n, e),
			enter: null,
			encode: null,
			note: `Decoding on the server, which is slower, because the browser could not do it: ${t}`
		};
	}
}
var Nn = class {
	graph;
	dim;
	constructor(e, t) {
		this.graph = e, this.dim = t;
	}
	async decode(e, t) {
		return (await this.graph.run(e, [t, this.dim])).x;
	}
	close() {}
};
async function Pn(e, t) {
	let n = t.map((e) => e.code);
	if (n.some((e) => e === null)) throw Error("New points of this GAN cannot be worked out here.");
	let r = Float32Array.from(n.flatMap((e) => [...e]));
	return {
		codes: r,
		x: await e.decode(r, t.length)
	};
}
function Fn(e, t) {
	return async (n, r) => {
		let i = await (await e()).run(n, [r, ...t]);
		return {
			mu: i.mu,
			logvar: i.logvar ?? null
		};
	};
}
function In(e) {
	let t = e instanceof Error ? e.message : String(e);
	return t.length > 160 ? `${t.slice(0, 157)}…` : t;
}
// src/dom/h.ts
function W(e, t = {}, ...n) {
	let r = document.createElement(e);
	for (let [e, n] of Object.entries(t)) n != null && n !== !1 && (typeof n == "function" ? Object.assign(r, { [e]: n }) : r.setAttribute(e, n === !0 ? "" : String(n)));
	for (let e of n) e !== null && r.append(e);
	return r;
}
function G(e, t) {
	e.textContent !== t && (e.textContent = t);
}
function K(e, t = 2) {
	if (!Number.isFinite(e)) return "–";
	let n = Math.abs(e) >= 1e5 ? e.toExponential(1) : e.toFixed(t);
	return /^-0(\.0*)?$/.test(n) ? n.slice(1) : n.replace("-", "−");
}
// src/dom/style.ts
var Ln = "\n.gl-explorer {\n  --gl-text: var(--st-text-color, light-dark(#16202b, #e8eef5));\n  --gl-background: var(--st-background-color, light-dark(#ffffff, #10161d));\n  --gl-soft: var(--st-secondary-background-color, light-dark(#f1f4f8, #1b242e));\n  --gl-border: color-mix(in srgb, var(--gl-text) var(--gl-edge-share, 0%), var(--st-border-color, light-dark(#c9d2dd, #3a4654)));\n  --gl-primary: var(--st-primary-color, light-dark(#c2255c, #ff7aa2));\n  --gl-radius: var(--st-base-radius, 8px);\n  --gl-quiet: color-mix(in srgb, var(--gl-text) var(--gl-quiet-share, 72%), var(--gl-background));\n  color-scheme: light dark;\n  container-type: inline-size;\n  color: var(--gl-text);\n  background-color: var(--gl-background);\n  border: 0 solid var(--gl-border);\n  caret-color: var(--gl-primary);\n  font: 400 15px/1.4 var(--st-font, system-ui, sans-serif);\n  transition: color 1ms, font-size 1ms;\n}\n.gl-explorer *, .gl-explorer *::before { box-sizing: border-box; }\n.gl-explorer [hidden] { display: none !important; }\n.gl-explorer h3 { font: 600 14px/1.3 inherit; font-size: 14px; font-weight: 600; margin: 0; padding: 0; }\n.gl-explorer p { margin: 0; }\n.gl-explorer button, .gl-explorer select {\n  font: inherit; font-size: 14px; color: inherit; background: var(--gl-soft); cursor: pointer;\n  border: 1px solid var(--gl-border); border-radius: var(--gl-radius); padding: 3px 10px; min-height: 30px;\n}\n.gl-explorer button:hover:not(:disabled), .gl-explorer select:hover { border-color: var(--gl-text); }\n.gl-explorer button:disabled { opacity: 0.55; cursor: default; }\n.gl-explorer button[aria-pressed=\"true\"].gl-tool { background: var(--gl-text); color: var(--gl-background); }\n.gl-explorer :focus-visible { outline: 3px solid var(--gl-primary); outline-offset: 2px; }\n.gl-explorer input[type=\"range\"] { appearance: none; background: none; margin: 0; width: 100%; height: 18px; cursor: pointer; }\n.gl-explorer input[type=\"range\"]:disabled { opacity: 0.5; cursor: default; }\n.gl-explorer input[type=\"range\"]::-webkit-slider-runnable-track {\n  height: 6px; border-radius: 3px; background: color-mix(in srgb, var(--gl-text) 28%, var(--gl-background));\n}\n.gl-explorer input[type=\"range\"]::-moz-range-track {\n  height: 6px; border-radius: 3px; background: color-mix(in srgb, var(--gl-text) 28%, var(--gl-background));\n}\n.gl-explorer input[type=\"range\"]::-webkit-slider-thumb {\n  appearance: none; width: 16px; height: 16px; margin-top: -5px; border-radius: 50%; background: var(--gl-primary);\n}\n.gl-explorer input[type=\"range\"]::-moz-range-thumb {\n  width: 16px; height: 16px; border: 0; border-radius: 50%; background: var(--gl-primary);\n}\n.gl-explorer .gl-pixels canvas { image-rendering: pixelated; }\n.gl-layout {\n  display: grid; gap: 10px 18px; grid-template-columns: minmax(0, 1fr) calc(400px * var(--gl-scale, 1)); align-items: start;\n  grid-template-areas: \"map side\" \"path side\"; grid-template-rows: auto 1fr;\n}\n.gl-map-area { grid-area: map; min-width: 0; }\n.gl-side { grid-area: side; min-width: 0; display: grid; gap: 10px; }\n.gl-path-area { grid-area: path; min-width: 0; }\n.gl-toolbar { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: center; margin-bottom: 6px; }\n.gl-axis { display: flex; gap: 6px; align-items: center; font-size: 14px; }\n.gl-map-bar { position: relative; display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; margin-bottom: 6px; min-height: 30px; font-size: 14px; }\n.gl-map-bar progress { width: 110px; height: 8px; accent-color: var(--gl-primary); }\n.gl-map-words { font-variant-numeric: tabular-nums; }\n.gl-map-end { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; margin-left: auto; }\n.gl-figures { display: inline-flex; gap: 12px; font-variant-numeric: tabular-nums; }\n.gl-figures span { cursor: help; text-decoration: underline dotted; text-underline-offset: 3px; }\n.gl-disclosure summary { cursor: pointer; padding: 3px 2px; border-radius: 4px; }\n.gl-settings {\n  position: absolute; z-index: 3; top: 100%; left: 0; width: min(430px, 100%); display: grid; gap: 10px; padding: 12px 14px;\n  background: var(--gl-background); border: 1px solid var(--gl-border); border-radius: var(--gl-radius);\n  box-shadow: 0 4px 18px rgb(0 0 0 / 0.28);\n}\n.gl-field { display: grid; grid-template-columns: 1fr 96px; gap: 2px 10px; align-items: center; }\n.gl-field .gl-hint { grid-column: 1 / -1; font-size: 13px; line-height: 1.3; }\n.gl-explorer .gl-field input {\n  font: inherit; color: inherit; background: var(--gl-soft); border: 1px solid var(--gl-border);\n  border-radius: var(--gl-radius); padding: 2px 8px; min-height: 30px; width: 100%;\n}\n.gl-tools { display: flex; gap: 4px; margin-left: auto; }\n.gl-map {\n  position: relative; height: clamp(320px, calc(100vh - 436px), 640px); border: 1px solid var(--gl-border);\n  border-radius: var(--gl-radius); overflow: hidden; touch-action: none; cursor: crosshair; user-select: none;\n}\n.gl-explorer .gl-map > canvas { position: absolute; inset: 0; width: 100%; height: 100%; image-rendering: auto; }\n.gl-legend { display: flex; flex-wrap: wrap; gap: 4px 6px; margin-top: 6px; align-items: center; }\n.gl-class-group { display: inline-flex; }\n.gl-explorer .gl-class, .gl-explorer .gl-real {\n  display: inline-flex; align-items: center; gap: 5px; padding: 0 8px 0 5px; min-height: 28px;\n  border-radius: var(--gl-radius) 0 0 var(--gl-radius);\n}\n.gl-explorer .gl-class canvas, .gl-explorer .gl-real canvas { width: 18px; height: 18px; image-rendering: auto; }\n.gl-class[aria-pressed=\"false\"], .gl-real[aria-pressed=\"false\"] { text-decoration: line-through; opacity: 0.6; }\n.gl-explorer .gl-real { border-radius: var(--gl-radius); }\n.gl-count { color: var(--gl-quiet); font-variant-numeric: tabular-nums; font-size: 13px; }\n.gl-explorer .gl-only {\n  font-size: 12px; padding: 0 6px; min-height: 28px; border-left: 0;\n  border-radius: 0 var(--gl-radius) var(--gl-radius) 0; color: var(--gl-quiet);\n}\n.gl-explorer .gl-all { border-left: 1px solid var(--gl-border); border-radius: var(--gl-radius); }\n.gl-pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }\n.gl-panel { display: grid; gap: 5px; min-width: 0; align-content: start; }\n.gl-sample { width: 100%; aspect-ratio: 1; border: 1px solid var(--gl-border); border-radius: var(--gl-radius); background: var(--gl-soft); object-fit: contain; }\n.gl-details { display: grid; gap: 5px; font-size: 14px; font-variant-numeric: tabular-nums; }\n.gl-coords { min-height: 20px; }\n.gl-near { display: flex; gap: 10px; align-items: center; min-height: 46px; }\n.gl-near > span { flex: 1; }\n.gl-pair > .gl-details { padding-top: 24px; align-content: start; }\n.gl-pair .gl-near { flex-wrap: wrap; }\n.gl-pair .gl-near > span { flex: 1 1 120px; }\n.gl-thumb { width: 44px; height: 44px; border: 1px solid var(--gl-border); border-radius: 4px; background: var(--gl-soft); object-fit: contain; flex: none; }\n.gl-spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }\n.gl-note { border-left: 4px solid var(--gl-primary); background: var(--gl-soft); padding: 8px 12px; margin-bottom: 8px !important; border-radius: 4px; }\n.gl-sliders-head { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; }\n.gl-truncation { display: flex; flex: 1; gap: 6px; align-items: center; font-size: 14px; min-width: 170px; }\n.gl-truncation input { flex: 1; }\n.gl-sliders { display: grid; gap: 2px; max-height: 560px; overflow-y: auto; padding: 2px 4px 2px 2px; }\n.gl-slider { display: grid; line-height: 18px; grid-template-columns: calc(38px * var(--gl-scale, 1)) minmax(0, 1fr) calc(46px * var(--gl-scale, 1)); gap: 0 8px; align-items: center; font-size: 14px; }\n.gl-slider output { text-align: right; font-variant-numeric: tabular-nums; }\n.gl-traversal { grid-column: 2; display: grid; grid-template-columns: repeat(7, 1fr); height: 25px; }\n.gl-traversal canvas { height: 25px; width: 25px; object-fit: contain; justify-self: center; border-radius: 2px; background: var(--gl-soft); }\n.gl-path { display: grid; gap: 8px; }\n.gl-path-row { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; }\n.gl-path-row input[type=\"range\"] { flex: 1 1 160px; min-width: 120px; }\n.gl-explorer button.gl-pin[aria-pressed=\"true\"] { background: var(--gl-text); color: var(--gl-background); }\n.gl-check { display: inline-flex; gap: 5px; align-items: center; font-size: 14px; white-space: nowrap; }\n.gl-check input { accent-color: var(--gl-primary); width: 17px; height: 17px; margin: 0; }\n.gl-steps { display: grid; grid-template-columns: repeat(11, minmax(0, 1fr)); gap: 4px; }\n.gl-explorer .gl-step { padding: 2px; min-height: 0; line-height: 0; border-radius: 4px; border-width: 2px; }\n.gl-step canvas { width: 100%; aspect-ratio: 1; object-fit: contain; }\n.gl-step[aria-current=\"true\"] { border-color: var(--gl-primary) !important; }\n.gl-hint { color: var(--gl-quiet); font-size: 14px; }\n.gl-draw { width: 100%; aspect-ratio: 1; border: 1px solid var(--gl-border); border-radius: var(--gl-radius); touch-action: none; cursor: crosshair; }\n.gl-draw-head { display: flex; gap: 10px; align-items: center; height: calc(19px * var(--gl-scale, 1)); }\n.gl-draw-head input { flex: 1; min-width: 0; }\n.gl-sheet { position: relative; line-height: 0; }\n.gl-sheet[data-empty]::after {\n  content: \"Draw here, or drop a picture\"; position: absolute; inset: 0; display: grid; place-content: center;\n  text-align: center; line-height: 1.4; padding: 20px; color: #e8eef5; pointer-events: none; font-size: 14px;\n}\n.gl-explorer .gl-pixels canvas.gl-draw { image-rendering: auto; }\n.gl-draw.gl-over { outline: 3px dashed var(--gl-primary); }\n.gl-draw-tools { display: flex; flex-wrap: wrap; gap: 5px; align-items: center; font-size: 13px; }\n.gl-draw-tools .gl-thumb { width: 30px; height: 30px; }\n.gl-explorer .gl-draw-tools button { padding: 2px 7px; font-size: 13px; }\n.gl-card {\n  position: absolute; pointer-events: none; padding: 7px 9px; font-size: 13px; line-height: 1.3;\n  background: var(--gl-background); border: 1px solid var(--gl-border); border-radius: var(--gl-radius);\n  box-shadow: 0 2px 10px rgb(0 0 0 / 0.25); display: grid; gap: 5px;\n}\n.gl-card-items { display: flex; gap: 9px; }\n.gl-card figure { margin: 0; min-width: 84px; display: grid; gap: 2px; justify-items: center; }\n.gl-card canvas { width: 72px; height: 72px; object-fit: contain; background: var(--gl-soft); border-radius: 3px; }\n@media (hover: none) {\n  .gl-explorer .gl-only:not(.gl-all) { display: none; }\n  .gl-explorer .gl-class { border-radius: var(--gl-radius); touch-action: manipulation; }\n}\n@container (max-width: 760px) {\n  .gl-layout { grid-template-columns: minmax(0, 1fr); grid-template-areas: \"map\" \"side\" \"path\"; grid-template-rows: none; }\n  .gl-map { height: min(92cqw, 60vh); min-height: 300px; }\n  .gl-axis { flex: 1 1 40%; min-width: 0; }\n  .gl-axis select { flex: 1; min-width: 0; }\n  .gl-tools { margin-left: 0; }\n  .gl-legend { gap: 4px; }\n  .gl-sliders { max-height: none; }\n  .gl-steps { grid-template-columns: repeat(6, minmax(0, 1fr)); }\n  .gl-card canvas { width: 56px; height: 56px; }\n  .gl-card figure { min-width: 60px; max-width: 84px; }\n  .gl-card figcaption { text-align: center; }\n}\n";
function Rn(e) {
	return e.replace(/(font(?:-size)?: [^;]*?)(\d+)px/g, "$1calc($2px * var(--gl-scale, 1))");
}
function zn(e) {
	let t = document.createElement("style");
	return t.textContent = Rn(Ln), e.prepend(t), t;
}
// src/dom/theme.ts
function q(e) {
	let t = getComputedStyle(e), { color: n, backgroundColor: r, borderTopColor: i, caretColor: a } = t;
	return {
		dark: Bn(n) > .5,
		text: n,
		background: r,
		border: i,
		primary: a,
		scale: Number(t.getPropertyValue("--gl-scale")) || 1
	};
}
function Bn(e) {
	let [t = 0, n = 0, r = 0] = (e.match(/[\d.]+/g) ?? []).map(Number);
	return (.2126 * t + .7152 * n + .0722 * r) / (e.startsWith("color(") ? 1 : 255);
}
function Vn(e, t) {
	let n = (n) => {
		n.target === e && ["color", "font-size"].includes(n.propertyName) && t(q(e));
	};
	return e.addEventListener("transitionend", n), () => e.removeEventListener("transitionend", n);
}
// src/data/items.ts
var Hn = 64, Un = class {
	data;
	blocks = new t(Hn);
	ready = /* @__PURE__ */ new Map();
	size;
	constructor(e) {
		this.data = e, this.size = e.item.shape.reduce((e, t) => e * t, 1);
	}
	peek(e) {
		let { blockSize: t } = this.data.points.items, n = this.ready.get(Math.floor(e / t));
		return n ? this.slice(n, e) : null;
	}
	async item(e) {
		let { blockSize: t } = this.data.points.items;
		return this.slice(await this.fetchBlock(Math.floor(e / t)), e);
	}
	async block(e) {
		let t = await this.fetchBlock(e);
		return this.values(t, 0, t.length);
	}
	fetchBlock(e) {
		let t = this.data.points.items.url.replace("{block}", String(e));
		return this.blocks.get(t, async () => {
			let n = await fetch(t);
			if (!n.ok) throw Error(`The data items could not be fetched: the server answered ${n.status}.`);
			let r = await n.arrayBuffer(), i = this.data.points.items.dtype === "f32" ? new Float32Array(r) : new Uint8Array(r);
			return this.ready.set(e, i), this.ready.size > Hn && this.ready.delete(this.ready.keys().next().value), i;
		});
	}
	slice(e, t) {
		let n = t % this.data.points.items.blockSize * this.size;
		if (n + this.size > e.length) throw Error(`Data item ${t} is missing from its block.`);
		return this.values(e, n, n + this.size);
	}
	values(e, t, n) {
		let r = e.subarray(t, n);
		if (r instanceof Float32Array) return r;
		let { min: i, max: a } = this.data.item, o = (a - i) / 255, s = new Float32Array(r.length);
		for (let e = 0; e < s.length; e++) s[e] = i + r[e] * o;
		return s;
	}
};
// src/item/charts.ts
function Wn(e) {
	let t = (t) => Float32Array.from({ length: e.length / 2 }, (n, r) => e[2 * r + t]).sort(), [n, r] = [t(0), t(1)], i = (e, t) => e[Math.round(t * (e.length - 1))] ?? 0, [a, o, s, c] = [
		i(n, .005),
		i(n, .995),
		i(r, .005),
		i(r, .995)
	], l = Math.max(o - a, c - s, 1e-6) * .6;
	return {
		points: e,
		center: [(a + o) / 2, (s + c) / 2],
		reach: l
	};
}
function Gn(e, t, n, r, i, a) {
	let { width: o, height: s } = e.canvas, c = o / 100, l = n ?? {
		points: /* @__PURE__ */ new Float32Array(),
		center: [0, 0],
		reach: 1.5
	}, u = (e) => (.5 + (e - l.center[0]) / (2 * l.reach)) * o, d = (e) => (.5 - (e - l.center[1]) / (2 * l.reach)) * s;
	e.clearRect(0, 0, o, s), e.globalAlpha = r.dark ? .5 : .35, e.fillStyle = r.text;
	let f = Math.max(1, c * .8);
	for (let t = 0; t + 1 < l.points.length; t += 2) e.fillRect(u(l.points[t]), d(l.points[t + 1]), f, f);
	if (e.globalAlpha = 1, i) {
		e.strokeStyle = r.primary, e.lineWidth = Math.max(1, c * 1.2), e.beginPath();
		for (let t = 0; t + 1 < i.length; t += 2) e.lineTo(u(i[t]), d(i[t + 1]));
		e.stroke();
	}
	let [p, m] = [Yn(u(t[0]), 3, o - 3), Yn(d(t[1]), 3, s - 3)];
	e.beginPath(), e.arc(p, m, Math.max(3, c * 3.2), 0, 2 * Math.PI), e.fillStyle = r.primary, e.fill(), e.lineWidth = Math.max(1, c), e.strokeStyle = r.background, e.stroke(), a && (qn(e, l, r), Kn(e, t, r));
}
function Kn(e, t, n) {
	let r = Math.round(e.canvas.width / 16), i = Array.from(t, (e) => e.toFixed(3).replace("-", "−")).join(", ");
	e.font = `600 ${r}px system-ui, sans-serif`, e.textAlign = "right", e.lineJoin = "round", e.lineWidth = r / 3, e.strokeStyle = n.background, e.strokeText(i, e.canvas.width - 4, r + 1), e.fillStyle = n.text, e.fillText(i, e.canvas.width - 4, r + 1), e.textAlign = "left";
}
function qn(e, { center: t, reach: n }, r) {
	let { width: i, height: a } = e.canvas, o = Math.round(i / 18), s = (e) => e.toFixed(1).replace("-", "−");
	e.fillStyle = r.text, e.font = `${o}px system-ui, sans-serif`, e.textAlign = "left", e.fillText(s(t[0] - n), 3, a - 4), e.fillText(`x\u2082 ${s(t[1] + n)}`, 3, o), e.textAlign = "right", e.fillText(`x\u2081 ${s(t[0] + n)}`, i - 3, a - 4), e.textAlign = "left";
}
function Jn(e, t, n, r) {
	let { width: i, height: a } = e.canvas, [o, s] = [Math.min(n.min, 0), Math.max(n.max, 0)], c = (e) => a * (1 - (Yn(e, o, s) - o) / (s - o || 1));
	e.clearRect(0, 0, i, a), e.fillStyle = r.primary;
	let l = i / t.length, u = l > 4 ? l * .15 : 0;
	t.forEach((t, n) => {
		let [r, i] = [Math.min(c(t), c(0)), Math.max(c(t), c(0))];
		e.fillRect(n * l + u, r, l - 2 * u, Math.max(1, i - r));
	}), e.fillStyle = r.text, e.fillRect(0, c(0) - .5, i, 1);
}
function Yn(e, t, n) {
	return Math.min(Math.max(e, t), n);
}
// src/item/painter.ts
var Xn = class {
	item;
	theme;
	cloud = null;
	constructor(e, t) {
		this.item = e, this.theme = t;
	}
	paint(e, t, n = 0, r = 64, i) {
		if (this.item.modality === "image") {
			let r = Zn(t, this.item, n);
			Qn(e, r.width, r.height), e.getContext("2d").putImageData(r, 0, 0);
			return;
		}
		let a = Math.round((e.clientWidth || r) * Math.min(devicePixelRatio || 1, 2));
		Qn(e, a, a);
		let o = e.getContext("2d"), s = this.item.shape.reduce((e, t) => e * t, 1), c = Float32Array.from({ length: s }, (e, r) => t[n + r]);
		this.item.modality === "points" && s === 2 ? Gn(o, c, this.cloud, this.theme, i, r > 100) : Jn(o, c, this.item, this.theme);
	}
	describe(e) {
		if (this.item.modality === "image") return `picture, ${this.item.shape[2]} by ${this.item.shape[1]} pixels`;
		let t = Array.from({ length: Math.min(e.length, 8) }, (t, n) => e[n].toFixed(2));
		return `${this.item.modality === "points" ? "point" : "vector"} ${t.join(", ")}`;
	}
};
function Zn(e, t, n = 0) {
	let [r, i, a] = t.shape, o = new ImageData(a, i), s = i * a, c = 255 / (t.max - t.min || 1), [l, u] = r >= 3 ? [s, 2 * s] : [0, 0];
	for (let r = 0; r < s; r++) {
		let i = n + r;
		o.data[4 * r] = (e[i] - t.min) * c, o.data[4 * r + 1] = (e[i + l] - t.min) * c, o.data[4 * r + 2] = (e[i + u] - t.min) * c, o.data[4 * r + 3] = 255;
	}
	return o;
}
function Qn(e, t, n) {
	e.width !== t && (e.width = t), e.height !== n && (e.height = n);
}
// src/map/keys.ts
var $n = 350, er = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
}, tr = class {
	model;
	map;
	path;
	sample;
	timer = 0;
	constructor(e, t, n, r, i) {
		this.model = t, this.map = n, this.path = r, this.sample = i, n.element.addEventListener("keydown", (e) => this.onMap(e)), e.addEventListener("keydown", (e) => this.anywhere(e));
	}
	close() {
		clearTimeout(this.timer);
	}
	onMap(e) {
		if (e.ctrlKey || e.metaKey || e.altKey) return;
		let t = er[e.key];
		if (t) this.move(t, e.shiftKey);
		else if (e.key === "+" || e.key === "=") this.map.zoom(1.3);
		else if (e.key === "-") this.map.zoom(1 / 1.3);
		else if (e.key === "0") this.map.reset();
		else return;
		e.preventDefault();
	}
	anywhere(e) {
		if (e.ctrlKey || e.metaKey || e.altKey) return;
		let t = e.target;
		if (t instanceof HTMLSelectElement || t instanceof HTMLInputElement && t.type === "number") return;
		let n = t instanceof HTMLButtonElement || t.closest("summary") !== null || t instanceof HTMLInputElement && t.type !== "range", r = e.key.toLowerCase();
		if (r === " " && !n) this.path.toggle();
		else if (r === "a" || r === "b") this.path.pin(r);
		else if (r === "r") this.model.random();
		else if (r === "n") this.sample.goToNearest();
		else if (r === "escape") this.escape();
		else return;
		e.preventDefault();
	}
	move([e, t], n) {
		this.path.halt();
		let { model: r, map: i } = this, a = r.plane.place(r.current) ?? r.plane.place(r.settled);
		if (!a) return;
		let o = i.view.height / (n ? 500 : 50), [s, c] = i.view.toScreen(...a), l = r.under(i.view.toPlace(s + e * o, c + t * o));
		l && (r.visit(l), clearTimeout(this.timer), this.timer = window.setTimeout(() => r.live === l && r.settle(l, "map"), $n));
	}
	escape() {
		clearTimeout(this.timer), this.path.halt(), this.model.visit(null);
	}
}, nr = [
	"#0072b2",
	"#d55e00",
	"#009e73",
	"#aa3377",
	"#56b4e9",
	"#b8860b",
	"#332288",
	"#e377c2",
	"#6b8e23",
	"#5f6368"
], rr = [
	"#5aa9f0",
	"#ff8a4c",
	"#2fcf9f",
	"#e36fb3",
	"#a6dcff",
	"#f0c419",
	"#a99bff",
	"#ffb3de",
	"#b7d968",
	"#c4c7cc"
], ir = [
	"disc",
	"square",
	"triangle",
	"diamond",
	"cross",
	"plus",
	"ring",
	"drop",
	"bar"
];
function ar(e, t) {
	let n = t ? rr : nr;
	return n[lr(e, n.length)];
}
function or(e) {
	return ir[lr(e, ir.length)];
}
function sr(e, t = 255) {
	let [n, r, i] = [
		1,
		3,
		5
	].map((t) => parseInt(e.slice(t, t + 2), 16));
	return (t << 24 | i << 16 | r << 8 | n) >>> 0;
}
function cr(e, t, n) {
	let [r, i] = [Math.abs(t), Math.abs(n)], a = Math.hypot(t, n);
	switch (e) {
		case "disc": return a <= 1;
		case "square": return Math.max(r, i) <= .85;
		case "triangle": return n <= .8 && n >= 2 * r - 1.05;
		case "diamond": return r + i <= 1.1;
		case "cross": return Math.abs(r - i) <= .38 && Math.max(r, i) <= .95;
		case "plus": return Math.min(r, i) <= .3 && Math.max(r, i) <= 1.05;
		case "ring": return a <= 1.1 && a >= .55;
		case "drop": return n >= -.8 && n <= 1.05 - 2 * r;
		case "frame": return Math.max(r, i) <= 1 && Math.max(r, i) >= .6;
		case "bar": return i <= .4 && r <= 1.1;
	}
}
function lr(e, t) {
	return (e % t + t) % t;
}
// src/map/hit.ts
function ur(e, t, n, r, i, a = 7) {
	let [o, s] = t.toPlace(n, r), c = (a / t.scale) ** 2, l = -1, { xs: u, ys: d, labels: f } = e;
	for (let e = 0; e < u.length; e++) {
		let t = u[e] - o, n = d[e] - s, r = t * t + n * n;
		r < c && !(f && i.size > 0 && i.has(f[e])) && (c = r, l = e);
	}
	return l;
}
function dr(e) {
	let t = /* @__PURE__ */ new Map(), { xs: n, ys: r, labels: i } = e;
	if (!i) return t;
	for (let e = 0; e < n.length; e++) {
		let a = t.get(i[e]) ?? {
			x: 0,
			y: 0,
			count: 0
		};
		a.count++, a.x += (n[e] - a.x) / a.count, a.y += (r[e] - a.y) / a.count, t.set(i[e], a);
	}
	return new Map([...t].sort(([e], [t]) => e - t));
}
// src/map/raster.ts
var fr = /* @__PURE__ */ new Map();
function pr(e, t) {
	let n = `${e}${t.toFixed(2)}`, r = fr.get(n);
	return r || fr.set(n, r = mr(e, t)), r;
}
function mr(e, t) {
	let n = Math.ceil(t * 1.15), r = [];
	for (let i = -n; i <= n; i++) for (let a = -n; a <= n; a++) {
		let n = 0;
		for (let r = 0; r < 16; r++) {
			let [o, s] = [a + (r % 4 - 1.5) / 4, i + (Math.floor(r / 4) - 1.5) / 4];
			cr(e, o / t, s / t) && n++;
		}
		n > 0 && r.push([
			a,
			i,
			n * 16
		]);
	}
	return {
		dx: Int8Array.from(r, (e) => e[0]),
		dy: Int8Array.from(r, (e) => e[1]),
		cover: Uint16Array.from(r, (e) => e[2]),
		reach: n
	};
}
function hr(e, t) {
	return (e <= 3e3 ? 3.4 : e <= 12e3 ? 2.5 : 1.7) * Math.min(Math.max(Math.sqrt(t), .8), 2.4);
}
var gr = -1e3;
function _r(e, t, n, r, i, a, o, s, { hollow: c = !1, size: l = 1 } = {}) {
	let { xs: u, ys: d, labels: f } = r, p = l * hr(u.length, i.zoom) * a, [m, h] = i.toScreen(0, 0), g = i.scale * a, _ = /* @__PURE__ */ new Map(), v = (e) => {
		let t = _.get(e);
		if (t === void 0) {
			let n = pr(c ? "frame" : f ? or(e) : "disc", p);
			t = s.has(e) ? null : {
				stamp: n,
				color: sr(ar(e, o))
			}, _.set(e, t);
		}
		return t;
	};
	for (let r = 0; r < u.length; r++) {
		let i = v(f ? f[r] : 0);
		if (!i) continue;
		let o = Math.round(m * a + u[r] * g), s = Math.round(h * a - d[r] * g), { dx: c, dy: l, cover: p, reach: _ } = i.stamp;
		if (o < _ || s < _ || o >= t - _ || s >= n - _) continue;
		let { color: y } = i, ee = s * t + o;
		for (let n = 0; n < p.length; n++) {
			let r = ee + l[n] * t + c[n];
			e[r] = p[n] === 256 ? y : vr(e[r], y, p[n]);
		}
	}
}
function vr(e, t, n) {
	let r = e >>> 24;
	if (r < 255) return n < r ? e : ((n === 256 ? 255 : n) << 24 | t & 16777215) >>> 0;
	let i = 256 - n, a = (e & 16711935) * i + (t & 16711935) * n >>> 8 & 16711935, o = (e & 65280) * i + (t & 65280) * n >>> 8 & 65280;
	return (4278190080 | a | o) >>> 0;
}
// src/map/legend.ts
var yr = class {
	model;
	element = W("div", {
		class: "gl-legend",
		role: "group",
		"aria-label": "Classes",
		"data-testid": "legend"
	});
	all = null;
	real;
	frame = W("canvas", {
		width: "22",
		height: "22",
		"aria-hidden": "true"
	});
	entries = /* @__PURE__ */ new Map();
	constructor(e, t) {
		this.model = e;
		let { labelNames: n } = e.data.points;
		e.data.run.family === "gan" && this.element.append(W("span", { class: "gl-hint" }, "Class of the nearest data item:"));
		for (let [t, { count: r }] of dr(e.plane.cloud)) {
			let e = n[t] ?? (t < 0 ? "no label" : String(t)), i = W("canvas", {
				width: "22",
				height: "22",
				"aria-hidden": "true"
			}), a = W("button", {
				type: "button",
				class: "gl-class",
				title: `${e}: ${r} items. Click to hide or show, double click to see it alone.`,
				onclick: () => this.toggle(t),
				ondblclick: () => this.isolate(t)
			}, i, W("b", {}, e), W("span", { class: "gl-count" }, String(r))), o = W("button", {
				type: "button",
				class: "gl-only",
				title: `Show only ${e}`,
				onclick: () => this.isolate(t)
			}, "only");
			o.setAttribute("aria-label", `Show only ${e}`), this.entries.set(t, {
				button: a,
				swatch: i
			}), this.element.append(W("span", { class: "gl-class-group" }, a, o));
		}
		if (this.real = this.realEntry(), this.element.append(this.real), e.on((e) => e === "plane" && this.mark()), this.entries.size > 1) {
			let e = {
				type: "button",
				class: "gl-only gl-all",
				title: "Show all classes",
				onclick: () => this.showAll()
			};
			this.all = W("button", e, "Show all"), this.element.append(this.all);
		}
		this.setTheme(t), this.mark();
	}
	setTheme(e) {
		for (let [t, { swatch: n }] of this.entries) br(n, or(t), ar(t, e.dark));
		br(this.frame, "frame", e.dark ? "#c4c7cc" : "#5f6368");
	}
	showAll() {
		this.model.hidden.clear(), this.changed();
	}
	toggle(e) {
		this.model.hidden.delete(e) || this.model.hidden.add(e), this.changed();
	}
	realEntry() {
		return W("button", {
			type: "button",
			class: "gl-real",
			title: "Real data, placed on this map of generated items and drawn hollow. Click to hide or show.",
			"data-testid": "legend-real",
			onclick: () => this.toggle(gr)
		}, this.frame, W("b", {}, "Real data"));
	}
	isolate(e) {
		let t = [...this.entries.keys()].filter((t) => t !== e), n = !this.model.hidden.has(e) && t.every((e) => this.model.hidden.has(e));
		this.model.hidden.clear(), n || t.forEach((e) => this.model.hidden.add(e)), this.changed();
	}
	changed() {
		this.mark(), this.model.changed("classes");
	}
	mark() {
		let { hidden: e, plane: t } = this.model;
		this.all && (this.all.hidden = e.size === 0), this.real.hidden = !t.real, this.real.setAttribute("aria-pressed", String(!e.has(gr))), this.element.hidden = this.entries.size === 0 && !t.real;
		for (let [e, { button: t }] of this.entries) t.setAttribute("aria-pressed", String(!this.model.hidden.has(e)));
	}
};
function br(e, t, n) {
	let r = e.getContext("2d"), i = r.createImageData(22, 22), a = new Uint32Array(i.data.buffer), { dx: o, dy: s, cover: c } = pr(t, 9);
	c.forEach((e, t) => {
		let r = (11 + s[t]) * 22 + 11 + o[t];
		r >= 0 && r < a.length && (a[r] = sr(n, Math.min(e, 255)));
	}), r.putImageData(i, 0, 0);
}
// src/state/measure.ts
var xr = /* @__PURE__ */ new Map();
function Sr(e, t) {
	let n = (xr.get(e) ?? 0) + 1;
	n % 5e3 == 0 && performance.clearMeasures(e), xr.set(e, n), performance.measure(e, {
		start: t,
		end: performance.now()
	});
}
// src/map/fog.ts
var Cr = 165;
function wr(e, t, n, r) {
	let i = Math.ceil(t.width / n), a = Math.ceil(t.height / n), o = W("canvas", {
		width: i,
		height: a
	}), s = o.getContext("2d"), c = s.createImageData(i, a), [l, u, d] = r.dark ? [
		104,
		122,
		142
	] : [
		148,
		160,
		175
	];
	for (let r = 0; r < a; r++) for (let a = 0; a < i; a++) {
		let o = t.toPlace((a + .5) * n, (r + .5) * n);
		c.data.set([
			l,
			u,
			d,
			Cr * (1 - e.confidence(o))
		], 4 * (r * i + a));
	}
	return s.putImageData(c, 0, 0), o;
}
// src/map/backdrop.ts
var Tr = 220, Er = 700, J = 46, Dr = 32, Or = .05, kr = class {
	model;
	view;
	painter;
	theme;
	request;
	switched;
	failed;
	canvas = W("canvas", {
		"aria-hidden": "true",
		"data-testid": "backdrop"
	});
	fog = !1;
	samples = !1;
	fogged = null;
	sampled = null;
	dirty = !1;
	timer = 0;
	outdatedMs = 0;
	version = 0;
	constructor(e, t, n, r, i, a, o) {
		this.model = e, this.view = t, this.painter = n, this.theme = r, this.request = i, this.switched = a, this.failed = o, e.on((t) => {
			t === "plane" && (this.fogged = this.sampled = null), t === "settled" && this.samples && e.plane.exact && this.outdate();
		});
	}
	set(e, t) {
		(this.fog !== e || this.samples !== t) && ([this.fog, this.samples] = [e, t], e || (this.fogged = null), t || (this.sampled = null), this.switched(), this.outdate());
	}
	outdate() {
		if (this.dirty = !0, !this.fog && !this.samples) return;
		let e = performance.now();
		this.timer || (this.outdatedMs = e), clearTimeout(this.timer);
		let t = Math.max(0, Math.min(Tr, this.outdatedMs + Er - e));
		this.timer = window.setTimeout(() => this.make(), t);
	}
	draw() {
		if (!this.dirty) return;
		this.dirty = !1;
		let { canvas: e, view: t } = this, n = e.getContext("2d");
		n.setTransform(1, 0, 0, 1, 0, 0), n.fillStyle = this.theme.background, n.fillRect(0, 0, e.width, e.height);
		let r = e.width / t.width;
		n.setTransform(r, 0, 0, r, 0, 0);
		for (let e of [this.sampled, this.fogged]) {
			if (!e) continue;
			let [r, i] = t.toScreen(e.left, e.top), a = e.unitsPerPx * t.scale;
			n.imageSmoothingEnabled = e === this.fogged, n.drawImage(e.picture, r, i, e.picture.width * a, e.picture.height * a);
		}
	}
	close() {
		clearTimeout(this.timer), this.version++;
	}
	make() {
		this.timer = 0;
		let { plane: e } = this.model;
		this.fogged = this.fog && !e.exact ? this.spread(wr(e, this.view, 8, this.theme), 8) : null, this.samples && this.sample(++this.version).catch(this.failed), this.dirty = !0, this.request();
	}
	spread(e, t) {
		let [n, r] = this.view.toPlace(0, 0);
		return {
			picture: e,
			left: n,
			top: r,
			unitsPerPx: t / this.view.scale
		};
	}
	async sample(e) {
		let { view: t, model: n } = this, r = this.canvas.width / t.width, i = Math.round(J * r), a = W("canvas", {
			width: Math.ceil(t.width / J) * i,
			height: Math.ceil(t.height / J) * i
		}), o = this.spread(a, J / i), s = a.getContext("2d");
		s.imageSmoothingEnabled = !1;
		let c = this.cells(), l = W("canvas"), u = n.data.item.shape.reduce((e, t) => e * t, 1);
		for (let t = 0; t < c.length; t += Dr) {
			let r = c.slice(t, t + Dr), { x: a } = await n.engine.batch(r.map(({ point: e }) => e));
			if (e !== this.version || !this.samples) return;
			r.forEach(({ column: e, line: t, confidence: n }, r) => {
				this.painter.paint(l, a, r * u, 42), s.globalAlpha = this.fog ? .75 : .75 * Math.sqrt(n), s.drawImage(l, e * i + 1, t * i + 1, i - 2, i - 2);
			}), t === 0 && (this.sampled = o), this.dirty = !0, this.request();
		}
		this.canvas.dataset.samples = String(c.length);
	}
	cells() {
		let { view: e, model: t } = this, n = [];
		for (let r = 0; r < e.height / J; r++) for (let i = 0; i < e.width / J; i++) {
			let a = e.toPlace((i + .5) * J, (r + .5) * J), o = t.plane.confidence(a), s = o > Or ? t.under(a) : null;
			s && n.push({
				column: i,
				line: r,
				point: s,
				confidence: o
			});
		}
		return n;
	}
}, Ar = class {
	from;
	to;
	startMs;
	durationMs;
	cloud;
	centers;
	fromCenters;
	toCenters;
	constructor(e, t, n, r) {
		this.from = e, this.to = t, this.startMs = n, this.durationMs = r, this.cloud = {
			xs: e.xs.slice(),
			ys: e.ys.slice(),
			labels: t.labels
		}, this.fromCenters = dr({
			...e,
			labels: t.labels
		}), this.toCenters = dr(t), this.centers = new Map([...this.fromCenters].map(([e, t]) => [e, { ...t }]));
	}
	advance(e) {
		let t = Math.min(Math.max((e - this.startMs) / this.durationMs, 0), 1), { cloud: n, from: r, to: i } = this;
		for (let e = 0; e < n.xs.length; e++) n.xs[e] = r.xs[e] + (i.xs[e] - r.xs[e]) * t, n.ys[e] = r.ys[e] + (i.ys[e] - r.ys[e]) * t;
		for (let [e, n] of this.centers) {
			let [r, i] = [this.fromCenters.get(e), this.toCenters.get(e)];
			n.x = r.x + (i.x - r.x) * t, n.y = r.y + (i.y - r.y) * t;
		}
		return t < 1;
	}
}, jr = class {
	least;
	most;
	lastMs = -Infinity;
	constructor(e = 80, t = 500) {
		this.least = e, this.most = t;
	}
	next(e) {
		let t = e - this.lastMs;
		return this.lastMs = e, Math.min(Math.max(t, this.least), this.most);
	}
}, Mr = 2.5;
function Nr(e, t = 12) {
	let n = e.map(({ y: e }) => e);
	Fr(e, t);
	let r = [];
	return e.forEach((e, t) => {
		Math.abs(e.y - n[t]) <= Mr * e.height && !r.some((t) => Pr(e, t) > .5) && r.push(e);
	}), r;
}
function Pr(e, t) {
	return Math.abs(e.x - t.x) >= (e.width + t.width) / 2 ? 0 : (e.height + t.height) / 2 - Math.abs(e.y - t.y);
}
function Fr(e, t) {
	for (let n = 0; n < t; n++) {
		let t = !1;
		for (let n = 0; n < e.length; n++) for (let r = n + 1; r < e.length; r++) {
			let [i, a] = [e[n], e[r]], o = Pr(i, a);
			if (o <= .5) continue;
			let [s, c] = i.y <= a.y ? [i, a] : [a, i];
			s.y -= o / 2, c.y += o / 2, t = !0;
		}
		if (!t) return;
	}
}
// src/map/text.ts
function Ir(e, t, n, r, i, a) {
	e.lineJoin = "round", a && (e.lineWidth = 8 * t.scale, e.strokeStyle = a, e.strokeText(n, r, i)), e.lineWidth = 4.5 * t.scale, e.strokeStyle = t.background, e.strokeText(n, r, i), e.fillStyle = t.text, e.fillText(n, r, i);
}
function Lr(e, t, n, [r, i]) {
	let a = (n, r, i) => Ir(e, t, n, r, i), { scale: o } = t;
	e.font = `${12 * o}px system-ui, sans-serif`;
	let [s, c] = n.toPlace(0, 0), [l, u] = n.toPlace(n.width, n.height), d = Rr(90 * o / n.scale);
	e.textAlign = "center", e.textBaseline = "alphabetic", e.globalAlpha = .75;
	for (let e = Math.ceil(s / d); e * d <= l; e++) {
		let [t] = n.toScreen(e * d, 0);
		t > 44 * o && t < n.width - 110 * o && a(zr(e * d, d), t, n.height - 6);
	}
	e.textAlign = "left";
	for (let e = Math.ceil(u / d); i && e * d <= c; e++) {
		let [, t] = n.toScreen(0, e * d);
		t > 40 * o && t < n.height - 24 * o && a(zr(e * d, d), 6, t + 4 * o);
	}
	e.globalAlpha = 1, e.font = `600 ${13 * o}px system-ui, sans-serif`, i && a(`${i} \u2191`, 6, 4 + 13 * o), e.textAlign = "right", a(`${r} \u2192`, n.width - 6, n.height - 7);
}
function Rr(e) {
	let t = 10 ** Math.floor(Math.log10(e));
	return t * ([
		1,
		2,
		5,
		10
	].find((n) => n * t >= e) ?? 10);
}
function zr(e, t) {
	let n = Math.max(0, -Math.floor(Math.log10(t) + 1e-9));
	return (Math.abs(e) < t / 2 ? 0 : e).toFixed(n).replace("-", "−");
}
// src/map/overlay.ts
var Br = class {
	context;
	view;
	theme;
	constructor(e, t, n) {
		this.context = e, this.view = t, this.theme = n;
	}
	classNames(e) {
		let { context: t, theme: n } = this;
		t.font = `700 ${17 * n.scale}px system-ui, sans-serif`, t.textAlign = "center", t.textBaseline = "middle";
		let r = e.map(({ name: e, label: r, x: i, y: a }) => {
			let [o, s] = this.view.toScreen(i, a);
			return {
				name: e,
				label: r,
				x: o,
				y: s,
				width: t.measureText(e).width + 6,
				height: 21 * n.scale
			};
		});
		for (let { name: e, label: i, x: a, y: o } of Nr(r)) Ir(t, n, e, a, o, ar(i, n.dark));
		t.textBaseline = "alphabetic";
	}
	path(e) {
		let { context: t, theme: n } = this, r = e.map(([e, t]) => this.view.toScreen(e, t));
		for (let [e, i] of [[5, n.background], [2, n.text]]) {
			t.beginPath();
			for (let [e, n] of r) t.lineTo(e, n);
			t.lineWidth = e * n.scale, t.strokeStyle = i, t.stroke();
		}
		for (let [e, t] of r) this.disc(e, t, 2.5, n.text, n.background, 1);
	}
	pin(e, t, n) {
		let { context: r, theme: i } = this, [a, o] = this.view.toScreen(t, n);
		this.disc(a, o, 12, i.text, i.background, 2), r.font = `700 ${14 * i.scale}px system-ui, sans-serif`, r.textAlign = "center", r.textBaseline = "middle", r.fillStyle = i.background, r.fillText(e, a, o + 1), r.textBaseline = "alphabetic";
	}
	settled(e, t) {
		let [n, r] = this.view.toScreen(e, t), { context: i, theme: a } = this;
		for (let [e, t] of [[6, a.background], [2.5, a.text]]) {
			i.beginPath(), i.arc(n, r, 9 * a.scale, 0, 2 * Math.PI);
			for (let [e, t] of [
				[1, 0],
				[-1, 0],
				[0, 1],
				[0, -1]
			]) i.moveTo(n + 9 * a.scale * e, r + 9 * a.scale * t), i.lineTo(n + 15 * a.scale * e, r + 15 * a.scale * t);
			i.lineWidth = e * a.scale, i.strokeStyle = t, i.stroke();
		}
	}
	live(e, t) {
		let [n, r] = this.view.toScreen(e, t);
		this.disc(n, r, 5.5, this.theme.text, this.theme.background, 2);
	}
	item(e, t, n) {
		let [r, i] = this.view.toScreen(e, t);
		this.disc(r, i, 7, ar(n, this.theme.dark), this.theme.text, 2.5);
	}
	ellipse(e, t, { major: n, minor: r, angle: i }) {
		let { context: a, view: o, theme: s } = this, [c, l] = o.toScreen(e, t);
		for (let e of [2, 1]) a.beginPath(), a.ellipse(c, l, e * n * o.scale, e * r * o.scale, -i, 0, 2 * Math.PI), a.globalAlpha = .14, a.fillStyle = s.primary, a.fill(), a.globalAlpha = 1, a.lineWidth = 3.5 * s.scale, a.strokeStyle = s.background, a.stroke(), a.lineWidth = 1.75 * s.scale, a.setLineDash(e === 2 ? [5, 4] : []), a.strokeStyle = s.text, a.stroke(), a.setLineDash([]);
	}
	draw(e, t) {
		let { context: n, theme: r } = this, [i, a] = this.view.toScreen(e, t);
		n.beginPath();
		for (let [e, t] of [
			[0, -7],
			[7, 0],
			[0, 7],
			[-7, 0]
		]) n.lineTo(i + e * r.scale, a + t * r.scale);
		n.closePath(), n.fillStyle = r.primary, n.fill(), n.lineWidth = 1.5, n.strokeStyle = r.background, n.stroke();
	}
	disc(e, t, n, r, i, a) {
		let { context: o } = this, { scale: s } = this.theme;
		o.beginPath(), o.arc(e, t, n * s, 0, 2 * Math.PI), o.fillStyle = r, o.fill(), o.lineWidth = a * s, o.strokeStyle = i, o.stroke();
	}
}, Vr = class {
	width = 1;
	height = 1;
	x = 0;
	y = 0;
	pxPerUnit = 1;
	fitted = {
		x: 0,
		y: 0,
		pxPerUnit: 1
	};
	resize(e, t) {
		this.width = Math.max(e, 1), this.height = Math.max(t, 1);
	}
	fit(e, t = 26) {
		let n = (e) => Math.max(e - 2 * t, 20), [r, i] = [Math.max(e.x1 - e.x0, 1e-9), Math.max(e.y1 - e.y0, 1e-9)], a = Math.min(n(this.width) / r, n(this.height) / i);
		this.fitted = {
			x: (e.x0 + e.x1) / 2,
			y: (e.y0 + e.y1) / 2,
			pxPerUnit: a
		}, {x: this.x, y: this.y, pxPerUnit: this.pxPerUnit} = this.fitted;
	}
	get zoom() {
		return this.pxPerUnit / this.fitted.pxPerUnit;
	}
	get isFitted() {
		let { x: e, y: t, pxPerUnit: n } = this.fitted;
		return this.x === e && this.y === t && this.pxPerUnit === n;
	}
	get scale() {
		return this.pxPerUnit;
	}
	toScreen(e, t) {
		return [this.width / 2 + (e - this.x) * this.pxPerUnit, this.height / 2 - (t - this.y) * this.pxPerUnit];
	}
	toPlace(e, t) {
		return [this.x + (e - this.width / 2) / this.pxPerUnit, this.y - (t - this.height / 2) / this.pxPerUnit];
	}
	zoomAt(e, t, n) {
		let [r, i] = this.toPlace(e, t), { pxPerUnit: a } = this.fitted;
		this.pxPerUnit = Math.min(Math.max(this.pxPerUnit * n, a / 8), a * 200);
		let [o, s] = this.toPlace(e, t);
		this.x += r - o, this.y += i - s;
	}
	panBy(e, t) {
		this.x -= e / this.pxPerUnit, this.y += t / this.pxPerUnit;
	}
};
function Hr(e, t, n = 8192) {
	let r = (e) => {
		if (e.length === 0) return [-1, 1];
		let t = Math.max(1, Math.floor(e.length / n)), r = Float32Array.from({ length: Math.ceil(e.length / t) }, (n, r) => e[r * t]).sort(), i = (e) => r[Math.round(e * (r.length - 1))];
		return [i(.001), i(.999)];
	}, [i, a] = r(e), [o, s] = r(t);
	return {
		x0: i,
		x1: a,
		y0: o,
		y1: s
	};
}
// src/map/mapView.ts
var Ur = 1024, Wr = class {
	model;
	theme;
	request;
	element;
	view = new Vr();
	posterior = null;
	backdrop;
	glide = null;
	pace = new jr();
	points = W("canvas", {
		"aria-hidden": "true",
		"data-testid": "map-points"
	});
	over = W("canvas", { "aria-hidden": "true" });
	pixels = null;
	stale = !0;
	before = null;
	centers;
	resizing;
	constructor(e, t, n, r, i) {
		this.model = e, this.theme = n, this.request = r, this.backdrop = new kr(e, this.view, t, n, r, () => this.redraw(), i), this.element = W("div", {
			class: "gl-map",
			"data-testid": "latent-map",
			tabindex: "0",
			role: "application",
			"aria-roledescription": "map",
			"aria-label": `Map of the latent space of ${e.data.run.name}. Arrow keys move the point and decode there, with shift in fine steps; plus and minus zoom; A and B pin; N goes to the nearest data item; R draws a random point; space plays the path; escape comes back.`
		}, this.backdrop.canvas, this.points, this.over), this.centers = dr(this.cloud), this.resizing = new ResizeObserver(() => this.resize()), this.resizing.observe(this.element), e.on((t) => {
			t === "plane" && (this.glide = null, this.before = e.plane.cloud, this.centers = dr(this.cloud), this.reset()), t === "moved" && this.moveOn(), t === "classes" && this.redraw();
		});
	}
	get cloud() {
		return this.glide?.cloud ?? this.model.plane.cloud;
	}
	reset() {
		this.fit(), this.redraw();
	}
	redraw() {
		this.stale = !0, this.backdrop.outdate(), this.request();
	}
	setTheme(e) {
		this.theme = this.backdrop.theme = e, this.redraw();
	}
	zoom(e, t = this.view.width / 2, n = this.view.height / 2) {
		this.view.zoomAt(t, n, e), this.redraw();
	}
	pan(e, t) {
		this.view.panBy(e, t), this.redraw();
	}
	draw() {
		if (this.view.width <= 1) return;
		this.step(), this.backdrop.draw(), this.stale && this.drawPoints();
		let e = this.over.width / this.view.width, t = this.over.getContext("2d");
		t.setTransform(e, 0, 0, e, 0, 0), t.clearRect(0, 0, this.view.width, this.view.height), Lr(t, this.theme, this.view, this.model.plane.names), this.drawOver(new Br(t, this.view, this.theme));
	}
	destroy() {
		this.resizing.disconnect(), this.backdrop.close();
	}
	drawOver(e) {
		let { model: t } = this, { plane: n } = t, r = [...this.centers].filter(([e]) => !t.hidden.has(e)).map(([e, { x: n, y: r }]) => ({
			name: t.data.points.labelNames[e] ?? "",
			label: e,
			x: n,
			y: r
		}));
		e.classNames(r.filter(({ name: e }) => e !== ""));
		let i = t.pins.way.flatMap((e) => [n.place(e)]);
		if (i.length > 1 && e.path(i), t.hoverRow >= 0) {
			let { xs: n, ys: r, labels: i } = this.cloud, [a, o] = [n[t.hoverRow], r[t.hoverRow]];
			this.posterior?.ellipse && e.ellipse(a, o, this.posterior.ellipse), e.item(a, o, i ? i[t.hoverRow] : 0), this.posterior?.draw && e.draw(...this.posterior.draw);
		}
		let a = n.place(t.settled);
		a && e.settled(...a);
		let o = t.live && (n.place(t.live) ?? (t.sample && n.place(t.sample.point)));
		o && e.live(...o);
		for (let r of ["a", "b"]) {
			let i = t.pins[r], a = i && n.place(i);
			a && e.pin(r.toUpperCase(), ...a);
		}
	}
	moveOn() {
		let e = performance.now(), t = matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden, n = this.glide?.cloud ?? this.before, { cloud: r } = this.model.plane;
		this.glide = t || !n ? null : new Ar(n, r, e, this.pace.next(e)), this.before = r, this.glide || (this.centers = dr(r), this.view.isFitted && this.fit()), this.step(), this.redraw();
	}
	step() {
		this.glide && (this.centers = this.glide.centers, this.glide.advance(performance.now()) || (this.glide = null), this.view.isFitted && this.fit(Ur), this.redraw());
	}
	fit(e) {
		this.view.fit(Hr(this.cloud.xs, this.cloud.ys, e));
	}
	drawPoints() {
		let e = performance.now(), { width: t, height: n } = this.points, r = this.points.getContext("2d");
		(this.pixels?.width !== t || this.pixels.height !== n) && (this.pixels = new ImageData(t, n));
		let i = new Uint32Array(this.pixels.data.buffer);
		i.fill(0);
		let a = t / this.view.width, { real: o } = this.model.plane, { dark: s, scale: c } = this.theme, { hidden: l } = this.model, u = c * (this.backdrop.samples ? .7 : 1), d = (e, r) => _r(i, t, n, e, this.view, a, s, l, {
			hollow: r,
			size: u
		});
		o && !l.has(-1e3) && d(o, !0), d(this.cloud, !1), r.putImageData(this.pixels, 0, 0), this.stale = !1, Sr("genlab.points", e), this.element.dataset.ready = "true";
	}
	resize() {
		let { clientWidth: e, clientHeight: t } = this.element;
		if (e < 2 || t < 2) return;
		let n = this.view.width <= 1;
		this.view.resize(e, t);
		let r = Math.min(devicePixelRatio || 1, 2);
		for (let n of [
			this.backdrop.canvas,
			this.points,
			this.over
		]) n.width = Math.round(e * r), n.height = Math.round(t * r);
		n || this.view.isFitted ? this.reset() : this.redraw(), this.draw();
	}
};
// src/map/gestures.ts
function Gr(e, t) {
	let n = /* @__PURE__ */ new Map(), r = "none", i = [0, 0], a = (t) => {
		let n = e.getBoundingClientRect();
		return [t.clientX - n.left, t.clientY - n.top];
	}, o = () => {
		let [[e, t], [r, i]] = [...n.values()];
		return {
			distance: Math.hypot(e - r, t - i),
			x: (e + r) / 2,
			y: (t + i) / 2
		};
	};
	e.addEventListener("pointerdown", (o) => {
		let s = a(o);
		e.setPointerCapture(o.pointerId), n.set(o.pointerId, s), n.size === 2 ? (r === "drag" && t.cancel(), r = "pinch") : n.size === 1 && (r = o.shiftKey || o.button > 0 || t.panning() ? "pan" : "drag", i = s, r === "drag" && t.grab(...s));
	}), e.addEventListener("pointermove", (e) => {
		let s = a(e);
		if (!n.has(e.pointerId)) r === "none" && e.pointerType !== "touch" && t.hover(...s);
		else if (r === "pinch" && n.size >= 2) {
			let r = o();
			n.set(e.pointerId, s);
			let i = o();
			t.pan(i.x - r.x, i.y - r.y), r.distance > 0 && t.zoom(i.x, i.y, i.distance / r.distance);
		} else n.set(e.pointerId, s), r === "drag" && t.drag(...s), r === "pan" && t.pan(s[0] - i[0], s[1] - i[1]), i = s;
	});
	let s = (e) => {
		n.delete(e.pointerId) && (r === "drag" && (e.type === "pointerup" ? t.drop(...a(e)) : t.cancel()), (n.size === 0 || r === "drag") && (r = "none"));
	};
	e.addEventListener("pointerup", s), e.addEventListener("pointercancel", s), e.addEventListener("pointerleave", () => r === "none" && t.leave()), e.addEventListener("contextmenu", (e) => e.preventDefault()), e.addEventListener("dblclick", (e) => t.double(...a(e))), e.addEventListener("wheel", (e) => {
		e.preventDefault(), t.zoom(...a(e), Math.exp(-e.deltaY * (e.deltaMode === 1 ? .05 : .0018)));
	}, { passive: !1 });
}
// src/map/steering.ts
var Kr = 15, qr = class {
	model;
	map;
	player;
	panning = !1;
	held = null;
	before = null;
	constructor(e, t, n) {
		this.model = e, this.map = t, this.player = n, Gr(t.element, {
			hover: (e, t) => this.hover(e, t),
			leave: () => this.leave(),
			grab: (e, t) => this.grab(e, t),
			drag: (e, t) => this.drag(e, t),
			drop: (e, t) => this.drop(e, t),
			cancel: () => this.cancel(),
			pan: (e, t) => this.map.pan(e, t),
			zoom: (e, t, n) => this.map.zoom(n, e, t),
			double: (e, t) => this.goToItem(e, t),
			panning: () => this.panning
		});
	}
	hover(e, t) {
		this.player.isPlaying || (this.setRow(ur(this.map.cloud, this.map.view, e, t, this.model.hidden)), this.map.element.style.cursor = this.panning ? "grab" : this.pinAt(e, t) ? "move" : "crosshair", this.visit(e, t));
	}
	leave() {
		this.player.isPlaying || (this.setRow(-1), this.model.visit(null));
	}
	grab(e, t) {
		this.player.halt(), this.held = this.pinAt(e, t) ?? "point", this.before = this.held === "point" ? null : this.model.pins[this.held], this.drag(e, t);
	}
	drag(e, t) {
		let n = this.held === "point" ? ur(this.map.cloud, this.map.view, e, t, this.model.hidden) : -1;
		if (this.setRow(n), this.held === "point") this.visit(e, t);
		else if (this.held) {
			let n = this.model.under(this.map.view.toPlace(e, t), this.model.pins[this.held]);
			if (!n) return;
			this.model.pins[this.held] = n, this.model.changed("pins"), this.model.visit(n);
		}
	}
	drop(e, t) {
		this.drag(e, t);
		let n = this.model.live, r = this.held === "point" ? "map" : "path";
		this.held = null, n && this.model.settle(n, r);
	}
	cancel() {
		this.held && this.held !== "point" && (this.model.pins[this.held] = this.before, this.model.changed("pins")), this.held = null, this.leave();
	}
	goToItem(e, t) {
		let n = ur(this.map.cloud, this.map.view, e, t, this.model.hidden);
		n >= 0 && !this.panning && this.model.settle(this.model.item(n), "item");
	}
	visit(e, t) {
		let n = this.model.under(this.map.view.toPlace(e, t));
		n && this.model.visit(n);
	}
	setRow(e) {
		this.model.hoverRow !== e && (this.model.hoverRow = e, this.model.changed("hover"));
	}
	pinAt(e, t) {
		for (let n of ["b", "a"]) {
			let r = this.model.pins[n], i = r && this.model.plane.place(r);
			if (!i) continue;
			let [a, o] = this.map.view.toScreen(...i);
			if (Math.hypot(a - e, o - t) <= Kr) return n;
		}
		return null;
	}
}, Jr = {
	pca: {
		name: "PCA",
		about: "Principal components: the flat cut through the space along which the codes differ most. Exact both ways."
	},
	raw: {
		name: "Raw axes",
		about: "Two latent dimensions as they are. Exact both ways."
	},
	tsne: {
		name: "t-SNE",
		about: "Puts codes that are neighbours side by side, and so shows clusters; distances between clusters mean little. Between the points a place is a guess from the codes around it."
	}
}, Yr = {
	z: {
		name: "codes z",
		about: "What the model decodes from. A GAN's z is pure noise: its map is a plain ball."
	},
	activations: {
		name: "first activations",
		about: "What the generator's first layer makes of z: where a GAN's samples begin to differ in kind."
	},
	outputs: {
		name: "generated items",
		about: "The generator's pictures themselves, with the data they should look like drawn among them."
	}
};
function Xr({ maps: e }) {
	return {
		method: "pca",
		space: e.spaces[0],
		axes: [0, 1],
		settings: Object.fromEntries(e.settings.map((e) => [e.name, e.default])),
		encoder: null,
		fog: !1,
		samples: !1
	};
}
function Zr({ maps: e }) {
	let t = e.socket ? [
		"pca",
		"raw",
		"tsne"
	] : ["pca", "raw"], n = e.socket ? {} : { space: e.spaces[0] };
	return [...t.map((e) => ({
		value: e,
		...Jr[e],
		change: e === "pca" ? {
			method: e,
			...n
		} : { method: e }
	})), ...e.kept.map((t, n) => ({
		value: `kept-${n}`,
		name: $r(e, t),
		about: Jr.tsne.about,
		change: Qr(t)
	}))];
}
function Qr({ settings: e, encoder: t, header: n }) {
	return {
		method: "tsne",
		space: n.space,
		settings: e,
		encoder: t
	};
}
function $r({ kept: e, spaces: t, encoders: n }, { settings: r, encoder: i, header: a }) {
	let o = n.find(({ run: e }) => e === i)?.name, s = Object.keys(r).filter((t) => e.some((e) => e.settings[t] !== r[t]));
	return [
		a.space === t[0] ? "t-SNE" : `t-SNE of ${Yr[a.space].name}`,
		...o ? [`seen by ${o}`] : [],
		...s.map((e) => `${e} ${r[e]}`)
	].join(", ");
}
function ei(e, t, n) {
	let r = {
		...t,
		...n
	};
	return r.method === "raw" && r.space !== "z" ? n.space ? r.method = "pca" : r.space = "z" : t.method === "raw" && n.method && (r.space = n.space ?? e.maps.spaces[0]), (r.method !== t.method || r.space !== t.space) && (r.axes = n.axes ?? [0, 1]), r;
}
function Y({ method: e, space: t, encoder: n, settings: r }) {
	return JSON.stringify([
		e,
		t,
		t === "outputs" ? n : null,
		e === "tsne" ? r : null
	]);
}
// src/map/toolbar.ts
var ti = class {
	maps;
	element;
	offers;
	method;
	space;
	encoder;
	axes;
	constructor(e, t, n) {
		this.maps = e;
		let { data: r } = e.model;
		this.offers = Zr(r), this.method = ni("Map", "map-method", (t) => {
			let n = this.offers.find((e) => e.value === t);
			n && e.choose(n.change);
		});
		for (let { value: e, name: t, about: n } of this.offers) this.method.append(W("option", {
			value: e,
			title: n
		}, t));
		this.space = ni("Map of", "map-space", (t) => e.choose({ space: t })), ri(this.space, r.maps.spaces, Yr), this.encoder = ni("Encoder", "map-encoder", (t) => e.choose({ encoder: t || null })), this.encoder.append(W("option", { value: "" }, "pixels (PCA)"));
		for (let { run: e, name: t } of r.maps.encoders) this.encoder.append(W("option", { value: e }, t));
		this.axes = [ni("Horizontal axis", "map-across", () => this.turn(0)), ni("Vertical axis", "map-up", () => this.turn(1))], this.element = W("div", { class: "gl-toolbar" }, ii("map", this.method), ii("of", this.space), ii("by", this.encoder), ii("across", this.axes[0]), ii("up", this.axes[1]), W("span", { class: "gl-tools" }, ...this.tools(t, n))), e.on(() => this.draw());
	}
	draw() {
		let { choice: e, flat: t, model: n } = this.maps, { maps: r } = n.data, i = Y(e);
		this.method.value = this.offers.find(({ change: t }) => Y({
			...e,
			...t
		}) === i)?.value ?? "", this.method.title = Jr[e.method].about, this.space.value = e.space, this.space.title = Yr[e.space].about, this.space.parentElement.hidden = this.space.options.length < 2, this.encoder.value = e.encoder ?? "", this.encoder.title = "How the items are compared: by their pixels, or by the codes that one of your autoencoders gives them.", this.encoder.parentElement.hidden = e.space !== "outputs" || !r.socket || r.encoders.length === 0, this.axes.forEach((n, r) => {
			n.parentElement.hidden = !t, t && (n.replaceChildren(...t.names.map((e, t) => W("option", { value: t }, e))), n.value = String(Math.min(e.axes[r], t.names.length - 1)), n.disabled = t.names.length < 2);
		});
	}
	turn(e) {
		let t = this.maps.choice.axes, n = this.axes.map(({ value: e }) => Number(e));
		n[0] === n[1] && (n[1 - e] = t[e]), this.maps.choose({ axes: n });
	}
	tools(e, t) {
		let n = (e, t, n) => W("button", {
			type: "button",
			class: "gl-tool",
			title: t,
			"aria-label": t,
			onclick: n
		}, e), r = n("Pan", "Drag pans the map instead of the point (also: drag with shift or the right button)", () => {
			t.panning = !t.panning, r.setAttribute("aria-pressed", String(t.panning));
		});
		return r.setAttribute("aria-pressed", "false"), [
			n("−", "Zoom out", () => e.zoom(1 / 1.5)),
			n("+", "Zoom in", () => e.zoom(1.5)),
			r,
			n("Fit", "Show all points", () => e.reset())
		];
	}
};
function ni(e, t, n) {
	let r = W("select", {
		title: e,
		"aria-label": e,
		"data-testid": t
	});
	return r.onchange = () => n(r.value), r;
}
function ri(e, t, n) {
	e.append(...t.map((e) => W("option", {
		value: e,
		title: n[e].about
	}, n[e].name)));
}
function ii(e, t) {
	return W("label", { class: "gl-axis" }, W("span", {}, e), t);
}
// src/maps/settings.ts
var ai = class {
	element;
	inputs = /* @__PURE__ */ new Map();
	constructor(e, t) {
		let n = W("form", { class: "gl-settings" }, ...e.map(({ name: e, label: t, help: n, min: r, max: i }) => {
			let a = W("input", {
				type: "number",
				min: r,
				max: i,
				step: "any",
				required: !0,
				title: n
			});
			return a.dataset.testid = `tsne-${e}`, this.inputs.set(e, a), W("label", { class: "gl-field" }, W("b", {}, t), a, W("span", { class: "gl-hint" }, n));
		}), W("button", {
			type: "submit",
			title: "Make the map with these settings"
		}, "Run"));
		n.onsubmit = (e) => {
			e.preventDefault(), this.close(), t(Object.fromEntries([...this.inputs].map(([e, t]) => [e, Number(t.value)])));
		};
		let r = W("summary", {
			title: "How the t-SNE map is made",
			"data-testid": "map-settings"
		}, "Settings");
		this.element = W("details", { class: "gl-disclosure" }, r, n), this.element.onkeydown = (e) => {
			e.key === "Escape" && this.element.open && (e.stopPropagation(), this.close(), r.focus());
		};
	}
	close() {
		this.element.open = !1;
	}
	show(e) {
		if (!this.element.open) for (let [t, n] of this.inputs) n.value = String(e[t]);
	}
};
// src/maps/words.ts
function oi({ state: e, iteration: t, iterations: n, eta_s: r, error: i }) {
	let a = `iteration ${t} of ${n}`;
	switch (e) {
		case "queued": return "Waiting for a worker…";
		case "running": return t === 0 ? "Looking for neighbours…" : `I${a.slice(1)}${r === null ? "" : `, ${si(r)}`}`;
		case "paused": return `Paused at ${a}.`;
		case "stopped": return `Stopped at ${a}.`;
		case "interrupted": return `Interrupted at ${a}.`;
		case "finished": return `Finished: ${n} iterations.`;
		case "failed": return i ?? "This map could not be made.";
	}
}
function si(e) {
	return e < 1 ? "less than a second left" : e < 90 ? `about ${Math.round(e)} s left` : `about ${Math.round(e / 60)} min left`;
}
function ci(e) {
	return e === null ? "The code is exact; on this map it stands among the codes most like it." : e >= .8 ? "On the data: this sample is close to codes the map was made of." : e >= .3 ? "Near the data: a blend of the codes around it." : e >= .02 ? "Between the data: a guess from codes some way off." : "Far from all data: the map knows nothing of this place.";
}
// src/maps/bar.ts
var li = {
	pause: {
		text: "Pause",
		title: "Hold the points where they are",
		when: ["running"]
	},
	resume: {
		text: "Go on",
		title: "Let the points move on",
		when: [
			"paused",
			"stopped",
			"interrupted",
			"failed"
		]
	},
	stop: {
		text: "Stop",
		title: "End here and keep the map as it is",
		when: [
			"queued",
			"running",
			"paused"
		]
	}
}, ui = "Trustworthiness: of the points shown side by side, how many really are neighbours in the space. 1 is best; chance gives about 0.5.", di = "kNN accuracy: how often the nearest points on the map are of the same class as the point itself. 1 is best.", fi = class {
	maps;
	map;
	element;
	settings;
	progress = W("progress", {
		max: 1,
		"aria-label": "Progress of the map"
	});
	words = W("span", {
		class: "gl-map-words",
		role: "status",
		"data-testid": "map-state"
	});
	buttons = /* @__PURE__ */ new Map();
	figures = W("span", {
		class: "gl-figures",
		"data-testid": "map-figures"
	});
	fog;
	constructor(e, t) {
		this.maps = e, this.map = t, this.settings = new ai(e.model.data.maps.settings, (t) => e.choose({ settings: t }));
		for (let [t, { text: n, title: r }] of Object.entries(li)) this.buttons.set(t, W("button", {
			type: "button",
			title: r,
			"data-testid": `map-${t}`,
			onclick: () => e.order(t)
		}, n));
		this.fog = this.check("fog", "Fog", "Fog where the map is unsure: there a sample is a guess from codes far off."), this.element = W("div", { class: "gl-map-bar" }, this.settings.element, ...this.buttons.values(), this.progress, this.words, W("span", { class: "gl-map-end" }, this.fog, this.check("samples", "Samples behind", "Decode a grid of places and draw the samples behind the points."), this.figures)), t.element.addEventListener("pointerdown", () => this.settings.close()), e.on(() => this.draw());
	}
	check(e, t, n) {
		let r = W("input", {
			type: "checkbox",
			"data-testid": `map-${e}`,
			checked: this.maps.choice[e]
		});
		return r.onchange = () => this.maps.choose({ [e]: r.checked }), W("label", {
			class: "gl-check",
			title: n
		}, r, t);
	}
	draw() {
		let { choice: e, header: t, problem: n, figures: r, model: i } = this.maps, a = e.method === "tsne", o = t?.state ?? "";
		this.map.backdrop.set(e.fog, e.samples), this.settings.element.hidden = !a || !i.data.maps.socket, this.settings.show(e.settings);
		for (let [e, n] of this.buttons) n.hidden = !a || !t?.map || !li[e].when.includes(o);
		this.progress.hidden = !a || !t || !["running", "paused"].includes(o), this.progress.value = t && t.iterations > 0 ? t.iteration / t.iterations : 0;
		let s = e.method === "raw" || this.maps.flat || t ? "" : "Making the map…";
		G(this.words, n || (t && a ? oi(t) : s)), this.words.title = t?.kl ? `KL divergence, what t-SNE makes small: ${t.kl.toFixed(3)} nats` : "", this.fog.hidden = i.plane.exact;
		let c = r && [pi("Trustworthiness", r.trustworthiness, ui)];
		c && r.knn_accuracy !== null && c.push(pi("kNN accuracy", r.knn_accuracy, di)), this.figures.replaceChildren(...c ?? []);
	}
};
function pi(e, t, n) {
	return W("span", {
		title: n,
		tabindex: 0
	}, `${e} `, W("b", {}, t.toFixed(2)));
}
// src/math/inverse.ts
var mi = 1e-9;
function hi({ squares: e }, t, n) {
	let r = e.map((e) => 1 / (e + mi * n * n)), i = r.length > t ? r[t] : 0, a = Float64Array.from(r.slice(0, t), (e) => e - i), o = a.reduce((e, t) => e + t, 0);
	return o > 0 ? a.map((e) => e / o) : a.fill(1 / a.length);
}
function gi(e, t, n, r, i = !1) {
	let a = new Float64Array(r), o = 0;
	for (let i = 0; i < t.length; i++) {
		let s = 0;
		for (let o = 0, c = e[i] * r; o < r; o++, c++) a[o] += t[i] * n[c], s += n[c] * n[c];
		o += t[i] * Math.sqrt(s);
	}
	let s = Math.hypot(...a), c = i && s > 0 ? o / s : 1;
	return Float32Array.from(a, (e) => e * c);
}
function _i(e, t) {
	return Math.exp(-e / (3 * t) ** 2);
}
// src/math/neighbors.ts
var vi = 8;
function yi(e, t, n) {
	let { rows: r, squares: i } = bi(e, t, n, 1);
	return {
		row: r[0] ?? -1,
		distance: Math.sqrt(i[0] ?? Infinity)
	};
}
function bi(e, t, n, r) {
	let i = Float64Array.from(n), a = {
		rows: [],
		squares: []
	}, o = Infinity;
	for (let n = 0, s = 0; n + t <= e.length; n += t, s++) {
		let c = 0;
		for (let r = 0; r < t && c < o;) {
			let a = Math.min(r + vi, t);
			for (; r < a; r++) {
				let t = e[n + r] - i[r];
				c += t * t;
			}
		}
		c >= o || (xi(a, s, c, r), a.rows.length === r && (o = a.squares[r - 1]));
	}
	return a;
}
function xi({ rows: e, squares: t }, n, r, i) {
	let a = t.length;
	for (; a > 0 && (t[a - 1] > r || t[a - 1] === r && e[a - 1] > n);) a--;
	a >= i || (t.splice(a, 0, r), e.splice(a, 0, n), t.length > i && (t.pop(), e.pop()));
}
// src/state/codeNeighbors.ts
var Si = 16, Ci = class {
	table;
	dim;
	of;
	known = /* @__PURE__ */ new WeakMap();
	spacing;
	constructor(e, t, n) {
		this.table = e, this.dim = t, this.of = n;
		let r = e.length / t, i = Array.from({ length: Math.min(r, Si) }, (n, i) => {
			let a = Math.floor(i * r / Si) % r;
			return bi(e, t, e.subarray(a * t, (a + 1) * t), 2).squares[1] ?? 0;
		}).sort((e, t) => e - t);
		this.spacing = Math.sqrt(i[i.length >> 1] || 1);
	}
	near(e) {
		let t = this.known.get(e);
		if (!t) {
			let n = bi(this.table, this.dim, this.of(e), 9);
			t = {
				rows: n.rows,
				weights: hi(n, 8, this.spacing)
			}, this.known.set(e, t);
		}
		return t;
	}
};
// src/math/linearMap.ts
function wi(e) {
	let t = new Float32Array(e * e);
	for (let n = 0; n < e; n++) t[n * e + n] = 1;
	return {
		dim: e,
		k: e,
		mean: new Float32Array(e),
		components: t
	};
}
function Ti(e, t, n) {
	let r = 0;
	for (let i = 0, a = n * e.dim; i < e.dim; i++, a++) r += (t[i] - e.mean[i]) * e.components[a];
	return r;
}
function Ei(e, t) {
	return Float32Array.from({ length: e.k }, (n, r) => Ti(e, t, r));
}
function Di(e, t, n) {
	return [Ti(e, t, n[0]), Ti(e, t, n[1])];
}
function Oi(e, t, n, r) {
	let i = t[0] - Ti(e, n, r[0]), a = t[1] - Ti(e, n, r[1]), o = new Float32Array(e.dim);
	for (let t = 0, s = r[0] * e.dim, c = r[1] * e.dim; t < e.dim; t++, s++, c++) o[t] = n[t] + i * e.components[s] + a * e.components[c];
	return o;
}
function ki(e, t, n) {
	let r = 0, i = 0, a = 0;
	for (let o = 0, s = n[0] * e.dim, c = n[1] * e.dim; o < e.dim; o++, s++, c++) r += t[o] * e.components[s] * e.components[s], i += t[o] * e.components[s] * e.components[c], a += t[o] * e.components[c] * e.components[c];
	let o = (r + a) / 2, s = Math.hypot((r - a) / 2, i);
	return {
		major: Math.sqrt(o + s),
		minor: Math.sqrt(Math.max(o - s, 0)),
		angle: s <= 1e-12 * o ? 0 : .5 * Math.atan2(2 * i, r - a)
	};
}
// src/state/point.ts
function X(e) {
	return {
		z: e,
		delta: null,
		code: e
	};
}
function Ai(e, t) {
	return {
		z: e,
		delta: t,
		code: null
	};
}
function ji(e) {
	return [...e.z, ...e.delta ?? []];
}
function Mi(e, t, n) {
	if (!e || e.length !== t + n || e.some((e) => !Number.isFinite(e))) return null;
	let r = Float32Array.from(e.slice(0, t));
	return n > 0 ? Ai(r, Float32Array.from(e.slice(t))) : X(r);
}
function Ni(e, t, n) {
	return e.delta ? {
		z: e.z,
		code: n,
		delta: e.delta.map((e, r) => e + n[r] - t[r])
	} : X(n);
}
// src/state/linearPlane.ts
function Pi({ map: e }, { coords: t, mean: n, components: r }) {
	return {
		map: {
			dim: e.dim,
			k: e.k,
			mean: n,
			components: r
		},
		coords: t,
		names: Ii(e.varianceRatio),
		of: "code"
	};
}
function Fi({ latent: e, run: t }, { codes: n }) {
	let r = Array.from({ length: e.dim }, (e, t) => `z ${t + 1}`);
	return {
		map: wi(e.dim),
		coords: n,
		names: r,
		of: t.family === "gan" ? "z" : "code"
	};
}
function Ii(e) {
	return e.map((e, t) => `PC ${t + 1} (${Math.round(100 * e)}\u202f%)`);
}
var Li = class {
	flat;
	cloud;
	real = null;
	names;
	exact = !0;
	map;
	axes;
	constructor(e, t, n) {
		this.flat = e;
		let { map: r, coords: i, names: a } = e, o = i.length / r.k, s = r.k === 1, c = (e) => Float32Array.from({ length: o }, (t, n) => i[n * r.k + e]);
		this.map = s ? {
			...r,
			k: 2,
			components: [...Array.from(r.components), ...new Float32Array(r.dim)]
		} : r, this.axes = s ? [0, 1] : t;
		let l = s ? Float32Array.from({ length: o }, (e, t) => Ri(t)) : c(t[1]);
		this.cloud = {
			xs: c(this.axes[0]),
			ys: l,
			labels: n
		}, this.names = [a[this.axes[0]], s ? null : a[t[1]]];
	}
	place(e) {
		let t = this.flat.of === "z" ? e.z : e.code;
		return t && Di(this.map, t, this.axes);
	}
	under(e, t) {
		return this.flat.of === "z" ? {
			...t,
			z: Oi(this.map, e, t.z, this.axes),
			code: null
		} : t.code && Ni(t, t.code, Oi(this.map, e, t.code, this.axes));
	}
	confidence() {
		return 1;
	}
	vouch() {
		return null;
	}
	shadow(e) {
		return ki(this.map, e, this.axes);
	}
};
function Ri(e) {
	return (Math.imul(e + 1, 2654435761) >>> 0) / 4294967296 - .5;
}
// src/math/placeIndex.ts
var zi = 3, Bi = class {
	xs;
	ys;
	columns;
	lines;
	cell;
	x0;
	y0;
	order;
	starts;
	constructor(e, t) {
		this.xs = e, this.ys = t;
		let [n, r] = Vi(e), [i, a] = Vi(t), [o, s] = [r - n, a - i], c = Math.max(1, e.length / zi);
		this.cell = Math.max(Math.sqrt(o * s / c), Math.max(o, s) / c) || 1, this.columns = Math.floor(o / this.cell) + 1, this.lines = Math.floor(s / this.cell) + 1, [this.x0, this.y0] = [n, i];
		let l = Uint32Array.from(e, (e, n) => this.line(t[n]) * this.columns + this.column(e));
		this.starts = new Uint32Array(this.columns * this.lines + 1);
		for (let e of l) this.starts[e + 1]++;
		for (let e = 0; e < this.columns * this.lines; e++) this.starts[e + 1] += this.starts[e];
		let u = this.starts.slice();
		this.order = new Uint32Array(e.length), l.forEach((e, t) => this.order[u[e]++] = t);
	}
	nearest(e, t, n, r = Infinity) {
		let i = {
			rows: [],
			squares: []
		}, [a, o] = [this.column(e), this.line(t)], s = Math.max(this.columns, this.lines);
		for (let c = 0; c <= s; c++) {
			this.look(a, o, c, e, t, n, i);
			let s = this.reach(a, o, c, e, t);
			if (s > r || i.rows.length === n && i.squares[n - 1] <= s * s) break;
		}
		for (; i.squares.length > 0 && i.squares[i.squares.length - 1] > r * r;) i.squares.pop(), i.rows.pop();
		return i;
	}
	look(e, t, n, r, i, a, o) {
		for (let s = Math.max(t - n, 0); s <= Math.min(t + n, this.lines - 1); s++) {
			let c = Math.abs(s - t) === n || n === 0 ? 1 : 2 * n;
			for (let t = e - n; t <= e + n; t += c) {
				if (t < 0 || t >= this.columns) continue;
				let e = s * this.columns + t;
				for (let t = this.starts[e]; t < this.starts[e + 1]; t++) {
					let e = this.order[t], [n, s] = [this.xs[e] - r, this.ys[e] - i];
					xi(o, e, n * n + s * s, a);
				}
			}
		}
	}
	reach(e, t, n, r, i) {
		let a = e - n <= 0 ? Infinity : r - (this.x0 + (e - n) * this.cell), o = e + n >= this.columns - 1 ? Infinity : this.x0 + (e + n + 1) * this.cell - r, s = t - n <= 0 ? Infinity : i - (this.y0 + (t - n) * this.cell), c = t + n >= this.lines - 1 ? Infinity : this.y0 + (t + n + 1) * this.cell - i;
		return Math.min(a, o, s, c);
	}
	column(e) {
		return Math.min(Math.max(Math.floor((e - this.x0) / this.cell), 0), this.columns - 1);
	}
	line(e) {
		return Math.min(Math.max(Math.floor((e - this.y0) / this.cell), 0), this.lines - 1);
	}
};
function Vi(e) {
	let [t, n] = [Infinity, -Infinity];
	for (let r of e) t = Math.min(t, r), n = Math.max(n, r);
	return t <= n ? [t, n] : [0, 0];
}
// src/state/neighborPlane.ts
var Hi = class {
	codes;
	cloud;
	real;
	names;
	exact = !1;
	spacing;
	neighbors;
	built = null;
	asked = /* @__PURE__ */ new WeakMap();
	constructor(e, t) {
		this.codes = t, this.cloud = {
			...Ui(e.coords),
			labels: t.labels
		}, this.real = e.real && {
			...Ui(e.real.coords),
			labels: e.real.labels
		}, this.names = e.names, this.spacing = e.spacing, this.neighbors = e.neighbors;
	}
	place(e) {
		let t = this.asked.get(e.z);
		if (t || !e.code) return t ?? null;
		let { rows: n, weights: r } = this.codes.neighbors.near(e.code), { xs: i, ys: a } = this.cloud, [o, s] = [0, 0];
		return r.forEach((e, t) => {
			o += e * i[n[t]], s += e * a[n[t]];
		}), [o, s];
	}
	under([e, t]) {
		let { table: n, dim: r, deltaDim: i } = this.codes, a = this.index.nearest(e, t, this.neighbors + 1), o = hi(a, this.neighbors, this.spacing), s = gi(a.rows, o, n, r, i > 0);
		return this.asked.set(s, [e, t]), i > 0 ? Ai(s, new Float32Array(i)) : X(s);
	}
	confidence([e, t]) {
		let { squares: n } = this.index.nearest(e, t, 1, 9 * this.spacing);
		return n.length > 0 ? _i(n[0], this.spacing) : 0;
	}
	vouch({ z: e }) {
		let t = this.asked.get(e);
		return t ? this.confidence(t) : null;
	}
	shadow() {
		return null;
	}
	get index() {
		return this.built ??= new Bi(this.cloud.xs, this.cloud.ys);
	}
};
function Ui(e) {
	let t = e.length / 2;
	return {
		xs: Float32Array.from({ length: t }, (t, n) => e[2 * n]),
		ys: Float32Array.from({ length: t }, (t, n) => e[2 * n + 1])
	};
}
// src/maps/messages.ts
function Wi({ method: e, space: t, encoder: n, settings: r }) {
	let i = {
		space: t,
		n_components: 2,
		encoder: t === "outputs" ? n : null
	};
	return e === "tsne" ? {
		...r,
		...i,
		method: e
	} : {
		...i,
		method: "pca"
	};
}
function Gi({ count: e, dim: t, real: n }, r) {
	let [i, a] = [4 * e * t, 4 * n * t], o = i + a + 4 * n;
	if (r.byteLength !== o) throw Error(`A frame of the map is damaged: ${r.byteLength} bytes came, ${o} were announced.`);
	let s = new Float32Array(r, 0, e * t);
	return n === 0 ? {
		coords: s,
		real: null
	} : {
		coords: s,
		real: {
			coords: new Float32Array(r, i, n * t),
			labels: new Int32Array(r, i + a, n)
		}
	};
}
// src/data/line.ts
var Ki = 500, qi = 1e4, Ji = 1e3, Yi = 1008, Xi = class {
	path;
	listener;
	socket = null;
	timer = 0;
	waitMs = Ki;
	constructor(e, t) {
		this.path = e, this.listener = t, this.connect();
	}
	say(e) {
		this.socket?.readyState === WebSocket.OPEN && this.socket.send(JSON.stringify(e));
	}
	close() {
		clearTimeout(this.timer), this.socket &&= (this.socket.onopen = this.socket.onmessage = this.socket.onclose = null, this.socket.close(), null);
	}
	connect() {
		let e = new URL(this.path, location.href);
		e.protocol = e.protocol.replace("http", "ws");
		let t = new WebSocket(e);
		t.binaryType = "arraybuffer", t.onopen = () => this.listener.opened?.(), t.onmessage = ({ data: e }) => {
			this.waitMs = Ki, this.listener.heard(e);
		}, t.onclose = ({ code: e }) => {
			if (this.socket = null, e === Ji || e === Yi) return this.listener.closed();
			this.listener.lost(this.waitMs), this.timer = window.setTimeout(() => this.connect(), this.waitMs), this.waitMs = Math.min(2 * this.waitMs, qi);
		}, this.socket = t;
	}
}, Zi = class {
	listener;
	line;
	wanted = null;
	header = null;
	constructor(e, t) {
		this.listener = t, this.line = new Xi(e, {
			opened: () => this.wanted && this.line.say({ open: this.wanted }),
			heard: (e) => this.hear(e),
			lost: (e) => {
				this.header = null, t.failed(`The connection to the server was lost; trying again in ${e / 1e3} s.`);
			},
			closed: () => {}
		});
	}
	open(e) {
		this.wanted = e, this.header = null, this.line.say({ open: e });
	}
	order(e) {
		this.line.say({ order: e });
	}
	close() {
		this.line.close();
	}
	hear(e) {
		try {
			if (typeof e == "string") {
				let t = JSON.parse(e);
				this.header = t.bytes > 0 ? t : null, this.header || this.listener.map(t, null);
			} else if (this.header) {
				let { header: t } = this;
				this.header = null, this.listener.map(t, Gi(t, e));
			}
		} catch (e) {
			this.listener.failed(e.message);
		}
	}
}, Qi = 1200, $i = class {
	model;
	tell;
	choice;
	header = null;
	problem = "";
	flat;
	codes;
	socket = null;
	shown = "";
	timer = 0;
	listeners = [];
	constructor(e, t) {
		this.model = e, this.tell = t;
		let { data: n, arrays: r } = e;
		this.choice = Xr(n), this.flat = Pi(n, r), this.codes = ea(n, e);
		let { chosen: i } = n.maps;
		i && ta(n, i) && (this.choice = i);
	}
	on(e) {
		this.listeners.push(e);
	}
	begin() {
		this.open();
	}
	choose(e) {
		let t = Y(this.choice);
		this.choice = ei(this.model.data, this.choice, e), this.tell(this.choice), Y(this.choice) === t ? e.axes && this.showFlat() : this.open(), this.report();
	}
	order(e) {
		this.socket?.order(e);
	}
	close() {
		clearTimeout(this.timer), this.socket?.close();
	}
	get figures() {
		return this.header?.figures ?? null;
	}
	get isOwn() {
		return this.choice.method === "pca" && this.choice.space === this.model.data.maps.spaces[0];
	}
	open() {
		let { data: e, arrays: t } = this.model;
		this.header = null, this.problem = this.shown = "", this.flat = this.choice.method === "raw" ? Fi(e, t) : this.isOwn ? Pi(e, t) : null, this.flat && this.showFlat(), clearTimeout(this.timer), this.isOwn ? this.timer = window.setTimeout(() => this.ask(), Qi) : this.choice.method !== "raw" && this.ask(), this.report();
	}
	ask() {
		let e = this.model.data.maps.socket;
		if (!e) return void this.load();
		this.socket ??= new Zi(e, {
			map: (e, t) => this.heard(e, t),
			failed: (e) => {
				this.problem = e, this.report();
			}
		}), this.socket.open(Wi(this.choice));
	}
	async load() {
		let e = Y(this.choice), t = this.model.data.maps.kept.find((t) => Y({
			...this.choice,
			...Qr(t)
		}) === e);
		if (t) try {
			let n = Gi(t.header, await r(t.url, "map"));
			Y(this.choice) === e && this.heard(t.header, n);
		} catch (e) {
			this.problem = e.message, this.report();
		}
	}
	heard(e, t) {
		let { method: n, space: r } = this.choice;
		(e.map === "" || e.method === n && e.space === r) && (this.header = e, this.problem = e.error ?? "", t && !this.isOwn && this.show(e, t), this.report());
	}
	show(e, { coords: t, real: n }) {
		let { model: r, choice: i } = this, { points: a, latent: o } = r.data;
		if (e.count !== a.count || e.dim !== 2) {
			this.problem = `The map is of ${e.count} rows, the view of ${a.count}; reload the page.`;
			return;
		}
		if (i.space === "z" && e.linear) {
			let { mean: n, components: r } = e.linear, i = {
				dim: o.dim,
				k: r.length,
				mean: n,
				components: r.flat()
			};
			return this.flat = {
				map: i,
				coords: t,
				names: r.map((e, t) => `PC ${t + 1}`),
				of: "z"
			}, this.showFlat();
		}
		let s = i.method === "tsne" ? "t-SNE" : "PC", c = {
			coords: t,
			spacing: e.spacing ?? 1,
			neighbors: e.n_neighbors,
			names: [`${s} 1`, `${s} 2`],
			real: n
		}, l = this.shown === e.map;
		this.shown = e.map, r.show(new Hi(c, this.codes), l ? "moved" : "plane");
	}
	showFlat() {
		let { flat: e, choice: t, model: n } = this;
		if (!e) return;
		let [r, i] = t.axes, { k: a } = e.map, o = r < a && i < a && r !== i ? t.axes : [0, Math.min(1, a - 1)];
		n.show(new Li(e, o, n.arrays.labels), "plane");
	}
	report() {
		for (let e of this.listeners) e();
	}
};
function ea({ latent: e, map: t }, { arrays: n, isGan: r, deltaDim: i }) {
	let { coords: a, mean: o, components: s, codes: c, labels: l } = n, u = {
		dim: t.dim,
		k: t.k,
		mean: o,
		components: s
	}, d = r ? new Ci(a, t.k, (e) => Ei(u, e)) : new Ci(c, e.dim, (e) => e);
	return {
		table: c,
		dim: e.dim,
		labels: l,
		deltaDim: i,
		neighbors: d
	};
}
function ta(e, { method: t, space: n, encoder: r }) {
	let i = r === null || e.maps.encoders.some(({ run: e }) => e === r);
	return Zr(e).some(({ change: e }) => e.method === t) && e.maps.spaces.includes(n) && i;
}
// src/decode/lane.ts
var na = class {
	work;
	done;
	failed;
	waiting = null;
	running = !1;
	closed = !1;
	constructor(e, t, n) {
		this.work = e, this.done = t, this.failed = n;
	}
	ask(e) {
		this.waiting = { input: e }, this.running || this.drain();
	}
	close() {
		this.closed = !0, this.waiting = null;
	}
	async drain() {
		for (this.running = !0; this.waiting && !this.closed;) {
			let { input: e } = this.waiting;
			this.waiting = null;
			try {
				let t = await this.work(e);
				this.closed || this.done(t, e);
			} catch (e) {
				this.closed || this.failed(e instanceof Error ? e : Error(String(e)));
			}
		}
		this.running = !1;
	}
};
// src/item/ink.ts
function ra(e, t) {
	let [n, r, i] = t.shape, a = n * r * i, o = (t.min + t.max) / 2, s = Math.min(Math.floor(e.length / a), 256), c = 0;
	for (let t = 0; t < s; t++) c += e[t * a] + e[t * a + i - 1];
	let l = s > 0 && c / (2 * s) > o, u = t.min + (l ? .7 : .3) * (t.max - t.min), d = [];
	for (let t = 0; t < s; t++) {
		let n = oa(e.subarray(t * a, t * a + r * i), i, r, (e) => l ? e < u : e > u);
		n && d.push(Math.max((n.x1 - n.x0) / i, (n.y1 - n.y0) / r));
	}
	return d.sort((e, t) => e - t), {
		extent: d[d.length >> 1] ?? .75,
		inverted: l
	};
}
function ia(e, t, n, r) {
	let [i, a, o] = n.shape, s = oa(e, t, t, (e) => e > .1);
	if (!s) return null;
	let c = Math.max((s.x1 - s.x0) / o, (s.y1 - s.y0) / a), l = r.extent / c, [u, d, f] = [
		0,
		0,
		0
	];
	for (let n = s.y0; n < s.y1; n++) for (let r = s.x0; r < s.x1; r++) {
		let i = e[n * t + r];
		u += i, d += i * (r + .5), f += i * (n + .5);
	}
	let p = (e, t, n, r) => Math.min(Math.max(e / 2 - l * t, -l * n), e - l * r), m = p(o, d / u, s.x0, s.x1), h = p(a, f / u, s.y0, s.y1), g = new Float32Array(i * a * o);
	for (let s = 0; s < a; s++) for (let c = 0; c < o; c++) {
		let u = aa(e, t, (c - m) / l, (s - h) / l, 1 / l), d = r.inverted ? 1 - u : u;
		for (let e = 0; e < i; e++) g[e * a * o + s * o + c] = n.min + d * (n.max - n.min);
	}
	return g;
}
function aa(e, t, n, r, i) {
	let a = 0;
	for (let o = 0; o < 8; o++) {
		let s = Math.floor(r + (o + .5) / 8 * i);
		if (!(s < 0 || s >= t)) for (let r = 0; r < 8; r++) {
			let o = Math.floor(n + (r + .5) / 8 * i);
			o >= 0 && o < t && (a += e[s * t + o]);
		}
	}
	return a / 64;
}
function oa(e, t, n, r) {
	let i = {
		x0: t,
		x1: 0,
		y0: n,
		y1: 0
	};
	for (let a = 0; a < n; a++) for (let n = 0; n < t; n++) r(e[a * t + n]) && (i.x0 = Math.min(i.x0, n), i.x1 = Math.max(i.x1, n + 1), i.y0 = Math.min(i.y0, a), i.y1 = a + 1);
	return i.x1 > 0 ? i : null;
}
function sa(e, t, n) {
	let [r, i, a] = t.shape, o = i * a, s = new Float32Array(r * o);
	for (let i = 0; i < o; i++) {
		let [a, c, l] = [
			e[4 * i],
			e[4 * i + 1],
			e[4 * i + 2]
		].map((e) => (n ? 255 - e : e) / 255), u = .299 * a + .587 * c + .114 * l, d = r >= 3 ? [
			a,
			c,
			l
		] : [u];
		for (let e = 0; e < r; e++) s[e * o + i] = t.min + (d[e] ?? 1) * (t.max - t.min);
	}
	return s;
}
// src/item/strokes.ts
var Z = 224, ca = .7 * Z, la = .05, ua = class {
	strokes = [];
	context = new OffscreenCanvas(Z, Z).getContext("2d", { willReadFrequently: !0 });
	begin(e) {
		this.strokes.push({
			width: e,
			points: []
		});
	}
	add(e) {
		this.strokes.at(-1)?.points.push(e);
	}
	clear() {
		this.strokes = [];
	}
	ink(e) {
		let { context: t } = this, n = this.strokes.flatMap((e) => e.points), r = (e) => {
			let t = n.map((t) => t[e]);
			return [Math.min(...t), Math.max(...t)];
		}, [[i, a], [o, s]] = [r(0), r(1)], c = ca / Math.max(a - i, s - o, la);
		t.setTransform(1, 0, 0, 1, 0, 0), t.fillStyle = "#000", t.fillRect(0, 0, Z, Z), t.translate(Z / 2, Z / 2), t.strokeStyle = "#fff", t.lineCap = t.lineJoin = "round";
		for (let { width: n, points: r } of this.strokes) {
			t.lineWidth = ca * n / Math.max(e - n, .3), t.beginPath();
			for (let [e, n] of r.slice(0, 1).concat(r)) t.lineTo(c * (e - (i + a) / 2), c * (n - (o + s) / 2));
			t.stroke();
		}
		let { data: l } = t.getImageData(0, 0, Z, Z);
		return {
			ink: Float32Array.from({ length: 50176 }, (e, t) => l[4 * t] / 255),
			side: Z
		};
	}
}, da = class {
	sheet;
	changed;
	failed;
	controls;
	bitmap = null;
	invert = W("input", {
		type: "checkbox",
		"data-testid": "invert"
	});
	invertLabel;
	constructor(e, t, n) {
		this.sheet = e, this.changed = t, this.failed = n;
		let r = W("input", {
			type: "file",
			accept: "image/*",
			hidden: !0,
			"data-testid": "picture"
		});
		r.onchange = () => void this.open(r.files?.[0]).finally(() => r.value = "");
		let i = W("button", {
			type: "button",
			title: "Take a picture file instead of a drawing",
			onclick: () => r.click()
		}, "Picture…");
		this.invertLabel = W("label", {
			class: "gl-check",
			title: "Swap dark and bright",
			hidden: !0
		}, this.invert, "Invert"), this.invert.onchange = () => this.show(), this.controls = [
			i,
			r,
			this.invertLabel
		], e.addEventListener("dragover", (t) => {
			t.preventDefault(), e.classList.add("gl-over");
		}), e.addEventListener("dragleave", () => e.classList.remove("gl-over")), e.addEventListener("drop", (t) => {
			t.preventDefault(), e.classList.remove("gl-over"), this.open(t.dataTransfer?.files[0]);
		});
	}
	get present() {
		return this.bitmap !== null;
	}
	get inverted() {
		return this.invert.checked;
	}
	forget() {
		this.bitmap = null, this.invertLabel.hidden = !0;
	}
	resized(e, t) {
		let n = new OffscreenCanvas(e, t).getContext("2d");
		return this.fit(n, e, t, this.invert.checked ? "#fff" : "#000"), n.getImageData(0, 0, e, t).data;
	}
	async open(e) {
		if (e) {
			try {
				this.bitmap = await createImageBitmap(e);
			} catch {
				this.failed(/* @__PURE__ */ Error(`'${e.name}' could not be read as a picture; PNG, JPEG, GIF and WebP are.`));
				return;
			}
			this.invert.checked = !1, this.invert.checked = this.paperIsBright(), this.invertLabel.hidden = !1, this.show();
		}
	}
	show() {
		let e = this.sheet.getContext("2d");
		e.filter = this.invert.checked ? "invert(1)" : "none", this.fit(e, this.sheet.width, this.sheet.height, this.invert.checked ? "#fff" : "#000"), e.filter = "none", this.changed();
	}
	fit(e, t, n, r) {
		let i = this.bitmap, a = Math.min(t / i.width, n / i.height), [o, s] = [i.width * a, i.height * a];
		e.fillStyle = r, e.fillRect(0, 0, t, n), e.imageSmoothingQuality = "high", e.drawImage(i, (t - o) / 2, (n - s) / 2, o, s);
	}
	paperIsBright() {
		let e = this.resized(16, 16), t = 0;
		for (let n = 0; n < 16; n++) for (let r of [
			n,
			240 + n,
			16 * n,
			16 * n + 15
		]) t += e[4 * r];
		return t / 64 > 127;
	}
}, Q = 224, fa = class {
	model;
	painter;
	request;
	element;
	canvas = W("canvas", {
		class: "gl-draw",
		width: Q,
		height: Q,
		"data-testid": "draw"
	});
	sheet = W("div", { class: "gl-sheet" }, this.canvas);
	context = this.canvas.getContext("2d");
	strokes = new ua();
	seen = W("canvas", {
		class: "gl-thumb",
		title: "What the model sees",
		role: "img",
		hidden: !0
	});
	pen;
	lane;
	picture;
	style = {
		extent: .75,
		inverted: !1
	};
	last = null;
	dirty = !1;
	ended = !1;
	constructor(e, t, n, r, i) {
		this.model = e, this.painter = t, this.request = r;
		let a = e.engine.encode;
		this.lane = new na(async (e) => (await a(e, 1)).mu, (e) => this.placed(e), i);
		let o = e.data.item.shape[1] <= 12, s = "Pen width";
		this.pen = W("input", {
			type: "range",
			min: 8,
			max: 48,
			value: o ? 32 : 20,
			title: s,
			"aria-label": s
		}), this.picture = new da(this.canvas, () => this.changed(!0), i), this.seen.setAttribute("aria-label", "What the model sees"), this.canvas.setAttribute("aria-label", "Drawing sheet: draw with mouse or finger, or drop a picture"), this.canvas.title = "Draw here with mouse or finger, or drop a picture";
		let c = W("button", {
			type: "button",
			title: "Wipe the sheet",
			onclick: () => this.clear()
		}, "Clear");
		c.dataset.testid = "draw-clear", this.element = W("section", { class: "gl-panel gl-draw-panel" }, W("div", { class: "gl-draw-head" }, W("h3", {}, "Draw"), this.pen), this.sheet, W("div", { class: "gl-draw-tools" }, this.seen, c, ...this.picture.controls)), this.listen(), this.wipe(), n.block(0).then((t) => this.style = ra(t, e.data.item), () => {});
	}
	draw() {
		if (!this.dirty) return;
		this.dirty = !1;
		let e = this.read();
		e && (this.painter.paint(this.seen, e, 0, 30), this.seen.hidden = !1, this.lane.ask(e));
	}
	clear() {
		this.picture.forget(), this.wipe();
	}
	close() {
		this.lane.close();
	}
	read() {
		let { item: e } = this.model.data;
		if (this.picture.present) {
			let [, t, n] = e.shape;
			return sa(this.picture.resized(n, t), e, this.picture.inverted);
		}
		let { ink: t, side: n } = this.strokes.ink(this.style.extent);
		return ia(t, n, e, this.style);
	}
	placed(e) {
		let t = this.model.pure(e.slice());
		this.ended && !this.dirty ? this.model.settle(t, "draw") : this.model.visit(t);
	}
	changed(e) {
		delete this.sheet.dataset.empty, this.dirty = !0, this.ended = e, this.request();
	}
	wipe() {
		this.sheet.dataset.empty = "", this.seen.hidden = !0, this.dirty = !1, this.strokes.clear(), this.context.fillStyle = "#000", this.context.fillRect(0, 0, Q, Q);
	}
	listen() {
		let { canvas: e } = this, t = (t) => {
			let n = e.getBoundingClientRect();
			return [(t.clientX - n.left) / n.width * Q, (t.clientY - n.top) / n.height * Q];
		};
		e.addEventListener("pointerdown", (n) => {
			n.button > 0 || (this.picture.present && this.clear(), e.setPointerCapture(n.pointerId), this.last = t(n), this.strokes.begin(Number(this.pen.value) / Q), this.stroke(this.last));
		}), e.addEventListener("pointermove", (e) => {
			if (this.last) {
				for (let n of e.getCoalescedEvents?.() ?? []) this.stroke(t(n));
				this.stroke(t(e));
			}
		});
		let n = () => {
			this.last && (this.last = null, this.changed(!0));
		};
		e.addEventListener("pointerup", n), e.addEventListener("pointercancel", n);
	}
	stroke(e) {
		let { context: t } = this;
		t.strokeStyle = "#fff", t.lineWidth = Number(this.pen.value), t.lineCap = t.lineJoin = "round", t.beginPath(), t.moveTo(...this.last), t.lineTo(...e), t.stroke(), this.last = e, this.strokes.add([e[0] / Q, e[1] / Q]), this.changed(!1);
	}
};
// src/math/normal.ts
function pa(e, t = Math.random) {
	let n = new Float32Array(e);
	for (let r = 0; r < e; r += 2) {
		let i = Math.sqrt(-2 * Math.log(1 - t())), a = 2 * Math.PI * t();
		n[r] = i * Math.cos(a), r + 1 < e && (n[r + 1] = i * Math.sin(a));
	}
	return n;
}
// src/panels/itemCard.ts
var ma = 260, ha = 72, ga = 640, _a = class {
	model;
	map;
	painter;
	items;
	request;
	failed;
	element;
	title = W("b", {});
	canvases;
	lane;
	timer = 0;
	constructor(e, t, n, r, i, a) {
		this.model = e, this.map = t, this.painter = n, this.items = r, this.request = i, this.failed = a;
		let { isGan: o } = e, s = o ? ["sample"] : ["x", "x̂ from μ"];
		e.data.points.logvar && s.push("x̂ from a drawn z"), this.canvases = s.map(() => W("canvas"));
		let c = s.map((e, t) => W("figure", {}, this.canvases[t], W("figcaption", {}, e)));
		this.element = W("div", {
			class: "gl-card",
			hidden: !0,
			"data-testid": "item-card"
		}, this.title, W("div", { class: "gl-card-items" }, ...c)), this.lane = new na(async ({ row: t, codes: n }) => {
			let r = n[0].length, i = new Float32Array(n.length * r);
			return n.forEach((e, t) => i.set(e, t * r)), {
				row: t,
				x: await e.engine.decoder.decode(i, n.length)
			};
		}, ({ row: e, x: t }) => this.reconstructed(e, t), a), e.on((e) => e === "hover" && this.hovered());
	}
	close() {
		clearInterval(this.timer), this.lane.close();
	}
	hovered() {
		let e = this.model.hoverRow;
		if (clearInterval(this.timer), this.map.posterior = null, this.element.hidden = e < 0, e < 0) return;
		let { labelNames: t } = this.model.data.points, n = t[this.model.arrays.labels?.[e] ?? -1];
		G(this.title, `${this.model.isGan ? "Sample" : "Data item"} no. ${e}${n ? `, class ${n}` : ""}`), this.element.dataset.row = String(e), this.keepClear(e), this.show(e).catch(this.failed);
	}
	keepClear(e) {
		let { xs: t, ys: n } = this.map.cloud, { view: r } = this.map, [i, a] = r.toScreen(t[e], n[e]), o = i > r.width / 2, s = r.width < ga && a < r.height / 2, { style: c } = this.element;
		[c.left, c.right] = o ? ["8px", "auto"] : ["auto", "8px"], [c.top, c.bottom] = s ? ["auto", "26px"] : ["28px", "auto"];
	}
	async show(e) {
		let { model: t } = this, n = this.items.peek(e) ?? await this.items.item(e);
		if (t.hoverRow !== e || (this.painter.paint(this.canvases[0], n, 0, ha), this.element.dataset.shown = String(e), t.isGan)) return;
		let r = t.item(e).z, { logvar: a, count: o } = t.data.points;
		if (!a) return this.lane.ask({
			row: e,
			codes: [r]
		});
		let { dim: s } = t.data.latent, c = await i(a, o * s, "variances");
		if (t.hoverRow !== e) return;
		let l = c.slice(e * s, (e + 1) * s).map(Math.exp);
		this.map.posterior = {
			ellipse: t.plane.shadow(l),
			draw: null
		};
		let u = () => {
			let n = pa(s).map((e, t) => r[t] + Math.sqrt(l[t]) * e);
			this.map.posterior && (this.map.posterior.draw = t.plane.place(X(n))), this.lane.ask({
				row: e,
				codes: [r, n]
			});
		};
		u(), this.timer = window.setInterval(u, ma);
	}
	reconstructed(e, t) {
		if (this.model.hoverRow !== e) return;
		let n = this.items.size;
		for (let e = 0; (e + 1) * n <= t.length; e++) this.painter.paint(this.canvases[e + 1], t, e * n, ha);
		this.request();
	}
}, va = 1e-6;
function ya(e, t, n) {
	let r = new Float32Array(e.length);
	for (let i = 0; i < r.length; i++) r[i] = (1 - n) * e[i] + n * t[i];
	return r;
}
function ba(e, t, n) {
	let r = e.length, i = Sa(e), a = Sa(t);
	if (i === 0 || a === 0 || r === 1) return ya(e, t, n);
	let o = Float64Array.from(e, (e) => e / i), s = 0;
	for (let e = 0; e < r; e++) s += o[e] * t[e] / a;
	let c = o.map((e, n) => t[n] / a - s * e), l = Sa(c);
	if (l < va) {
		if (s > 0) return ya(e, t, n);
		let r = o.reduce((e, t, n) => Math.abs(t) < Math.abs(o[e]) ? n : e, 0);
		o.forEach((e, t) => c[t] = +(t === r) - o[r] * e);
	}
	let u = n * Math.atan2(l, s), d = (1 - n) * i + n * a, f = d * Math.cos(u), p = d * Math.sin(u) / Sa(c), m = new Float32Array(r);
	for (let e = 0; e < r; e++) m[e] = f * o[e] + p * c[e];
	return m;
}
function xa(e, t, n, r) {
	return e === "lerp" ? ya(t, n, r) : ba(t, n, r);
}
function Sa(e) {
	let t = 0;
	for (let n = 0; n < e.length; n++) t += e[n] * e[n];
	return Math.sqrt(t);
}
var Ca = class {
	a;
	b;
	kind;
	t = 0;
	way = [];
	constructor(e, t, n) {
		this.a = e, this.b = t, this.kind = n;
	}
	at(e) {
		let { a: t, b: n } = this;
		if (!t || !n) return null;
		if (e === 0 || e === 1) return e === 0 ? t : n;
		let r = xa(this.kind, t.z, n.z, e);
		return t.delta && n.delta ? Ai(r, ya(t.delta, n.delta, e)) : X(r);
	}
	steps(e = 11) {
		return !this.a || !this.b ? [] : Array.from({ length: e }, (t, n) => this.at(n / (e - 1)));
	}
}, wa = 3, Ta = class {
	model;
	painter;
	request;
	element;
	slider;
	play;
	loop = W("input", {
		type: "checkbox",
		"data-testid": "loop"
	});
	kind;
	pinButtons;
	steps;
	strip;
	hint;
	lane;
	playing = null;
	constructor(e, t, n, r) {
		this.model = e, this.painter = t, this.request = n;
		let { pins: i } = e;
		this.lane = new na((t) => e.engine.batch(t), (e) => this.paint(e), r), this.pinButtons = {
			a: this.pinButton("a"),
			b: this.pinButton("b")
		}, this.slider = W("input", {
			type: "range",
			min: 0,
			max: 1,
			step: .001,
			value: 0,
			title: "Where on the way from A to B",
			"aria-label": "Path from A to B",
			"data-testid": "path-slider",
			onpointerdown: () => this.goTo(Number(this.slider.value)),
			onpointerup: () => this.settleAt(Number(this.slider.value)),
			oninput: () => this.goTo(Number(this.slider.value)),
			onchange: () => this.settleAt(Number(this.slider.value))
		}), this.play = W("button", {
			type: "button",
			"data-testid": "play",
			onclick: () => this.toggle()
		}, "Play"), this.play.title = "Play the way from A to B (space)";
		let a = "Lerp goes straight; slerp goes along the sphere, as codes of a Gaussian prior lie near one", o = (e, t) => W("option", {
			value: e,
			selected: e === i.kind
		}, t);
		this.kind = W("select", {
			title: a,
			"aria-label": a,
			"data-testid": "path-kind",
			onchange: () => this.setKind()
		}, o("lerp", "lerp (straight)"), o("slerp", "slerp (sphere)")), this.steps = Array.from({ length: 11 }, (e, t) => this.step(t)), this.strip = W("div", {
			class: "gl-steps",
			"data-testid": "path-strip"
		}, ...this.steps.map(({ button: e }) => e)), this.hint = W("p", { class: "gl-hint" }, "Pin two points, A and B, to walk from one to the other.");
		let s = W("label", {
			class: "gl-check",
			title: "Go back and forth without end"
		}, this.loop, "Loop"), c = [
			this.pinButtons.a,
			this.slider,
			this.pinButtons.b,
			this.play,
			s,
			this.kind
		];
		this.element = W("section", {
			class: "gl-path",
			"aria-label": "Path between two pins"
		}, W("div", { class: "gl-path-row" }, ...c), this.hint, this.strip), e.on((e) => e === "pins" && this.pinsChanged()), this.pinsChanged();
	}
	get isPlaying() {
		return this.playing !== null;
	}
	pin(e) {
		let t = this.model.current;
		this.model.pins[e] = t.code ? t : this.model.sample?.point ?? t, this.model.changed("pins"), this.model.changed("settled");
	}
	toggle() {
		if (this.playing) return void this.stop();
		this.model.pins.at(0) && (this.model.pins.t >= 1 && (this.model.pins.t = 0), this.playing = {
			lastMs: performance.now(),
			direction: 1
		}, this.play.textContent = "Pause", this.request());
	}
	stop() {
		return this.playing ? (this.halt(), this.settleAt(this.model.pins.t), !0) : !1;
	}
	halt() {
		this.playing = null, this.play.textContent = "Play";
	}
	advance(e) {
		if (!this.playing) return;
		let { pins: t } = this.model, { lastMs: n, direction: r } = this.playing, i = t.t + r * Math.max(e - n, 0) / (1e3 * wa);
		if (this.playing.lastMs = e, i > 1 || i < 0) {
			if (!this.loop.checked) {
				t.t = 1, this.stop();
				return;
			}
			this.playing.direction = i > 1 ? -1 : 1, i = Math.min(Math.max(i, 0), 1);
		}
		this.goTo(i), this.request();
	}
	close() {
		this.lane.close(), this.playing = null;
	}
	goTo(e) {
		this.model.pins.t = e, this.showPlace();
		let t = this.model.pins.at(e);
		t && this.model.visit(t);
	}
	settleAt(e) {
		this.halt(), this.model.pins.t = e, this.showPlace();
		let t = this.model.pins.at(e);
		t && this.model.settle(t, "path");
	}
	setKind() {
		this.model.pins.kind = this.kind.value, this.model.changed("pins"), this.model.changed("settled");
	}
	pinsChanged() {
		let { pins: e } = this.model, t = e.a !== null && e.b !== null;
		for (let t of ["a", "b"]) this.pinButtons[t].setAttribute("aria-pressed", String(e[t] !== null));
		this.kind.value = e.kind, this.slider.disabled = this.play.disabled = !t, this.strip.hidden = !t, this.hint.hidden = t, e.way = [], t ? this.lane.ask(e.steps()) : this.placeLone(), this.showPlace();
	}
	async placeLone() {
		let e = this.model.pins.a ? "a" : "b", t = this.model.pins[e];
		if (!t || t.code) return;
		let { codes: n } = await this.model.engine.batch([t]);
		this.model.pins[e] === t && (this.model.pins[e] = {
			...t,
			code: n
		}), this.request();
	}
	paint({ codes: e, x: t }) {
		let { pins: n } = this.model, [r, i] = [e.length / 11, t.length / 11], a = this.model.data.item.modality === "points" ? t : void 0;
		this.steps.forEach(({ canvas: e }, n) => this.painter.paint(e, t, n * i, 60, a)), n.way = n.steps().map((t, n) => ({
			...t,
			code: e.slice(n * r, (n + 1) * r)
		})), n.a && !n.a.code && (n.a = n.way[0]), n.b && !n.b.code && (n.b = n.way[10]), this.request();
	}
	showPlace() {
		let { t: e } = this.model.pins;
		this.slider.value = String(e), this.slider.setAttribute("aria-valuetext", `${Math.round(100 * e)} percent of the way`);
		let t = Math.round(e * 10);
		this.steps.forEach(({ button: e }, n) => e.setAttribute("aria-current", String(n === t)));
	}
	pinButton(e) {
		let t = e.toUpperCase();
		return W("button", {
			type: "button",
			class: "gl-pin",
			title: `Pin the point on screen as ${t} (key ${t}); drag the pin on the map to move it`,
			"data-testid": `pin-${e}`,
			onclick: () => this.pin(e)
		}, `Pin ${t}`);
	}
	step(e) {
		let t = W("canvas", { "aria-hidden": "true" }), n = e / 10, r = `Go ${Math.round(100 * n)} % of the way`;
		return {
			button: W("button", {
				type: "button",
				class: "gl-step",
				title: r,
				"aria-label": r,
				onclick: () => this.settleAt(n)
			}, t),
			canvas: t
		};
	}
}, Ea = 200, Da = class {
	model;
	painter;
	items;
	element;
	canvas = W("canvas", {
		class: "gl-sample",
		"data-testid": "decoded-sample",
		role: "img"
	});
	details;
	title = W("h3", {}, "Settled point");
	coords = W("p", {
		class: "gl-coords",
		"data-testid": "coords"
	});
	confidence = W("p", {
		class: "gl-hint",
		"data-testid": "confidence",
		hidden: !0
	});
	thumb = W("canvas", {
		class: "gl-thumb",
		role: "img",
		"aria-label": "nearest data item"
	});
	near = W("span", {});
	spoken = W("p", {
		class: "gl-spoken",
		"aria-live": "polite"
	});
	decoded = 0;
	constructor(e, t, n) {
		this.model = e, this.painter = t, this.items = n;
		let r = W("button", {
			type: "button",
			title: "Go to the code of the nearest data item (N on the map)",
			onclick: () => this.goToNearest()
		}, "Go there");
		this.element = W("section", { class: "gl-panel gl-sample-panel" }, this.title, this.canvas), this.details = W("section", { class: "gl-details" }, this.coords, this.confidence, W("div", {
			class: "gl-near",
			"data-testid": "nearest-item"
		}, this.thumb, this.near, r), this.spoken);
	}
	goToNearest() {
		this.model.nearest.row >= 0 && this.model.settle(this.model.item(this.model.nearest.row), "item");
	}
	show() {
		let { sample: e } = this.model;
		e && (this.painter.paint(this.canvas, e.x, 0, Ea), this.canvas.dataset.decoded = String(++this.decoded), G(this.title, this.model.live ? "Under your hand" : "Settled point"), G(this.coords, this.describe(e.point)), this.vouch(e.point));
	}
	async settled() {
		let { sample: e, nearest: t, data: n, settled: r } = this.model;
		e && this.canvas.setAttribute("aria-label", `Decoded ${this.painter.describe(e.x)}`);
		let { row: i } = t;
		if (i < 0) return;
		let a = n.points.labelNames[this.model.arrays.labels?.[i] ?? -1], o = `Nearest ${this.model.isGan ? "sample" : "data item"}: no. ${i}${a ? `, class ${a}` : ""}, distance ${K(t.distance)}`;
		G(this.near, o), G(this.spoken, `Settled at ${this.describe(r)}. ${o}.`);
		let s = await this.items.item(i);
		this.model.nearest.row === i && this.painter.paint(this.thumb, s, 0, 44);
	}
	vouch(e) {
		let { plane: t } = this.model;
		this.confidence.hidden = t.exact, G(this.confidence, ci(t.vouch(e)));
	}
	describe(e) {
		let { names: t } = this.model.plane, n = this.model.plane.place(e), r = (e) => e.replace(/ \(.*/, "");
		return [...n ? t.flatMap((e, t) => e ? `${r(e)} ${K(n[t])}` : []) : [], `distance of z from 0: ${K(Sa(e.z))}`].join(", ");
	}
};
function Oa(e, t) {
	let { mean: n, std: r, variational: i } = e.latent, a = 3 * r[t], [o, s] = [n[t] - a, n[t] + a];
	return i || e.run.family === "gan" ? {
		low: Math.min(o, -3),
		high: Math.max(s, 3)
	} : a > 0 ? {
		low: o,
		high: s
	} : {
		low: o - 1,
		high: s + 1
	};
}
function ka(e, t, { low: n, high: r }) {
	return Array.from({ length: 7 }, (i, a) => {
		let o = e.z.slice();
		return o[t] = n + (a + .5) / 7 * (r - n), e.delta ? Ai(o, e.delta) : X(o);
	});
}
// src/panels/sliders.ts
var Aa = 8, ja = class {
	model;
	painter;
	element;
	list = W("div", { class: "gl-sliders" });
	rows = [];
	more;
	strips = 0;
	constructor(e, t) {
		this.model = e, this.painter = t;
		let { order: n, dim: r } = e.data.latent, i = (e, t, n, r) => W("button", {
			type: "button",
			title: t,
			"data-testid": n,
			onclick: r
		}, e);
		this.more = i(`Show all ${r}`, "Show a slider for every latent dimension", "show-all", () => {
			this.add(n.slice(this.rows.length)), this.more.hidden = !0, this.refreshStrips();
		}), this.more.hidden = r <= Aa;
		let a = e.data.latent.variational || e.isGan ? "the prior" : "a Gaussian over the codes";
		this.element = W("section", {
			class: "gl-panel",
			"aria-label": "Latent dimensions, ordered by how much each changes the decoded item"
		}, W("div", { class: "gl-sliders-head" }, i("Reset", e.isGan ? "Go back to the first sample" : `Go to the mean of ${a}`, "reset", () => e.settle(e.origin(), "reset")), i("Random", `Go to a random draw from ${a} (R)`, "random", () => e.random()), this.truncation()), this.list, this.more), this.add(n.slice(0, Aa));
	}
	draw() {
		let { z: e } = this.model.current;
		for (let { dimension: t, input: n, output: r } of this.rows) {
			let i = e[t];
			Number(n.value) !== i && (n.value = String(i)), G(r, K(i));
		}
	}
	async refreshStrips() {
		let e = ++this.strips, { model: t } = this, n = t.data.item.shape.reduce((e, t) => e * t, 1);
		for (let { dimension: r, thumbs: i } of this.rows) {
			let a = ka(t.settled, r, Oa(t.data, r)), { x: o } = await t.engine.batch(a);
			if (e !== this.strips) return;
			i.forEach((e, t) => this.painter.paint(e, o, t * n, 26));
		}
	}
	truncation() {
		let e = W("output", {}, "1.00"), t = "Truncation: random draws are pulled this far towards the mean; a fresh draw follows at once", n = W("input", {
			type: "range",
			min: 0,
			max: 1.5,
			step: .01,
			value: 1,
			title: t,
			"aria-label": t
		});
		return n.dataset.testid = "truncation", n.oninput = () => {
			this.model.truncate(Number(n.value)), G(e, K(Number(n.value)));
		}, n.onchange = () => this.model.live && this.model.settle(this.model.live, "random"), W("label", { class: "gl-truncation" }, W("span", { title: t }, "Truncation ψ"), n, e);
	}
	add(e) {
		for (let t of e) {
			let e = this.row(t);
			this.rows.push(e), this.list.append(e.element);
		}
		this.draw();
	}
	row(e) {
		let { low: t, high: n } = Oa(this.model.data, e), r = `z ${e + 1}`, i = `Latent dimension ${e + 1}; double click puts it back to its mean`, a = W("output", {}), o = W("input", {
			type: "range",
			min: t,
			max: n,
			step: "any",
			title: i,
			"aria-label": i,
			"data-testid": `z-slider-${e}`,
			oninput: () => this.model.visit(this.with(e, Number(o.value))),
			onchange: () => this.model.settle(this.with(e, Number(o.value)), "slider"),
			ondblclick: () => this.model.settle(this.with(e, this.model.prior().mean[e]), "slider")
		}), s = Array.from({ length: 7 }, () => W("canvas", { "aria-hidden": "true" })), c = W("div", { class: "gl-traversal" }, ...s);
		return {
			dimension: e,
			input: o,
			output: a,
			thumbs: s,
			element: W("div", { class: "gl-slider" }, W("span", {}, r), o, a, c)
		};
	}
	with(e, t) {
		let n = this.model.settled.z.slice();
		return n[e] = t, this.model.at(n);
	}
}, Ma = class {
	draw;
	handle = 0;
	constructor(e) {
		this.draw = e;
	}
	request() {
		this.handle ||= requestAnimationFrame((e) => this.run(e));
	}
	stop() {
		cancelAnimationFrame(this.handle), this.handle = -1;
	}
	run(e) {
		this.handle = 0, this.draw(e);
	}
}, Na = class {
	engine;
	lane;
	entered = null;
	constructor(e, t, n) {
		this.engine = e, this.lane = new na((e) => this.sample(e), t, n);
	}
	ask(e) {
		this.lane.ask(e);
	}
	async sample(e) {
		let t = await this.codeOf(e), n = performance.now(), r = await this.engine.decoder.decode(t, 1);
		return Sr("genlab.decode", n), {
			point: {
				...e,
				code: t
			},
			x: r
		};
	}
	async codeOf(e) {
		return e.code ? e.code : (await this.enter(e.z)).map((t, n) => t + e.delta[n]);
	}
	async enter(e) {
		if (this.entered?.z === e) return this.entered.code;
		if (!this.engine.enter) throw Error("New points of this GAN cannot be worked out here; the map still decodes.");
		let t = await this.engine.enter(e, 1);
		return this.entered = {
			z: e,
			code: t
		}, t;
	}
	close() {
		this.lane.close();
	}
}, Pa = class {
	root;
	model;
	host;
	element = W("div", { class: "gl-layout" });
	frames = new Ma((e) => this.frame(e));
	sampler;
	painter;
	map;
	maps;
	legend;
	sample;
	sliders;
	path;
	draw;
	card;
	keys;
	note;
	unwatch;
	frameStart = 0;
	asked = null;
	unreported = !0;
	opened = !1;
	constructor(e, t, n) {
		this.root = e, this.model = t, this.host = n;
		let r = q(e), i = new Un(t.data), a = () => this.frames.request(), { failed: o } = this;
		this.painter = new Xn(t.data.item, r), this.sampler = new Na(t.engine, (e) => this.shown(e), o), this.map = new Wr(t, this.painter, r, a, o), this.maps = new $i(t, (e) => n.choose?.(e)), this.legend = new yr(t, r), this.sample = new Da(t, this.painter, i), this.sliders = new ja(t, this.painter), this.path = new Ta(t, this.painter, a, o);
		let s = t.data.item.modality === "image" && t.engine.encode;
		this.draw = s ? new fa(t, this.painter, i, a, o) : null, this.card = new _a(t, this.map, this.painter, i, a, o), this.keys = new tr(this.element, t, this.map, this.path, this.sample), this.note = W("p", {
			class: "gl-note",
			role: "status",
			hidden: t.engine.note === ""
		}, t.engine.note), this.layOut(), this.maps.begin(), this.element.style.colorScheme = r.dark ? "dark" : "light", this.unwatch = Vn(e, (e) => this.setTheme(e)), t.on((e) => {
			e === "settled" && (this.unreported = !0), (e === "plane" || e === "moved") && this.sample.show(), a();
		}), t.data.item.modality === "points" && this.loadCloud(i).catch(o), a();
	}
	goTo(e) {
		let t = this.model.restore(e);
		t && (this.model.changed("pins"), this.model.settle(t, e.source));
	}
	destroy() {
		this.frames.stop();
		for (let e of [
			this.sampler,
			this.maps,
			this.path,
			this.card,
			this.keys
		]) e.close();
		this.draw?.close(), this.map.destroy(), this.unwatch(), this.model.engine.decoder.close(), this.element.remove(), this.note.remove();
	}
	layOut() {
		let e = new qr(this.model, this.map, this.path), t = new ti(this.maps, this.map, e), n = new fi(this.maps, this.map);
		this.map.element.append(this.card.element);
		let r = W("div", { class: "gl-side" }, W("div", { class: "gl-pair" }, this.sample.element, this.draw?.element ?? this.sample.details), this.draw ? this.sample.details : null, this.sliders.element), i = W("div", { class: "gl-map-area" }, t.element, n.element, this.map.element, this.legend.element);
		this.element.append(i, r, W("div", { class: "gl-path-area" }, this.path.element)), this.element.classList.toggle("gl-pixels", this.model.data.item.modality === "image"), this.root.append(this.note, this.element);
	}
	frame(e) {
		this.frameStart = performance.now(), this.path.advance(e), this.draw?.draw();
		let t = this.model.current, n = this.asked?.z !== t.z || this.asked.delta !== t.delta;
		n && (this.asked = t, this.sampler.ask(t)), this.unreported && this.report().catch(this.failed), this.map.draw(), this.sliders.draw(), n || Sr("genlab.frame", this.frameStart);
	}
	shown(e) {
		this.model.take(e), this.sample.show(), this.model.live && this.map.draw(), Sr("genlab.frame", this.frameStart);
	}
	async report() {
		let { model: e } = this, t = this.opened;
		this.unreported = !1, this.opened = !0;
		let { settled: n } = e, r = await this.sampler.codeOf(n);
		e.settled.z === n.z && e.settled.delta === n.delta && (e.settled = {
			...n,
			code: r
		}, e.nearest = e.nearestTo(r), t && this.host.settle(e.report(e.plane.place(e.settled))), this.frames.request(), await Promise.all([this.sample.settled(), this.sliders.refreshStrips()]));
	}
	failed = (e) => {
		G(this.note, e.message), this.note.hidden = !1;
	};
	setTheme(e) {
		this.element.style.colorScheme = e.dark ? "dark" : "light", this.painter.theme = e, this.map.setTheme(e), this.legend.setTheme(e), this.sample.show();
	}
	async loadCloud(e) {
		let t = await e.block(0);
		this.painter.cloud = Wn(t.subarray(0, 4e3)), this.sample.show();
	}
}, Fa = class {
	data;
	arrays;
	engine;
	pins;
	hidden = /* @__PURE__ */ new Set();
	plane;
	settled;
	live = null;
	source = "reset";
	sample = null;
	hoverRow = -1;
	nearest = {
		row: -1,
		distance: NaN
	};
	truncation = 1;
	draw = null;
	listeners = /* @__PURE__ */ new Set();
	constructor(e, t, n, r) {
		this.data = e, this.arrays = t, this.engine = n, this.plane = new Li(Pi(e, t), [0, 1], t.labels), this.pins = new Ca(null, null, this.isGan ? "slerp" : "lerp"), this.settled = (r && this.restore(r)) ?? this.origin(), this.source = r?.source ?? "reset";
	}
	get isGan() {
		return this.data.map.space === "activations";
	}
	get deltaDim() {
		return this.isGan ? this.data.map.dim : 0;
	}
	get current() {
		return this.live ?? this.settled;
	}
	on(e) {
		this.listeners.add(e);
	}
	changed(e) {
		for (let t of this.listeners) t(e);
	}
	at(e) {
		return this.isGan ? Ai(e, this.settled.delta ?? new Float32Array(this.deltaDim)) : X(e);
	}
	pure(e) {
		return this.isGan ? Ai(e, new Float32Array(this.deltaDim)) : X(e);
	}
	under(e, t = this.settled) {
		return this.plane.under(e, t);
	}
	visit(e) {
		this.live !== e && (this.live = e, this.changed("view"));
	}
	settle(e, t) {
		t !== "random" && (this.draw = null), this.live = null, this.settled = e, this.source = t, this.changed("settled");
	}
	take(e) {
		this.sample = e, e.point.z === this.settled.z && e.point.delta === this.settled.delta && !this.settled.code && (this.settled = e.point);
	}
	nearestTo(e) {
		let { map: t, latent: n } = this.data;
		if (!this.isGan) return yi(this.arrays.codes, n.dim, e);
		let { mean: r, components: i } = this.arrays;
		return yi(this.arrays.coords, t.k, Ei({
			dim: t.dim,
			k: t.k,
			mean: r,
			components: i
		}, e));
	}
	item(e) {
		let { dim: t } = this.data.latent;
		return this.pure(this.arrays.codes.slice(e * t, (e + 1) * t));
	}
	random() {
		this.draw = pa(this.data.latent.dim), this.settle(this.drawn(), "random");
	}
	truncate(e) {
		this.truncation = e, this.draw && this.visit(this.drawn());
	}
	drawn() {
		let { mean: e, std: t } = this.prior();
		return this.pure(this.draw.map((n, r) => e[r] + this.truncation * t[r] * n));
	}
	prior() {
		let { dim: e, variational: t, mean: n, std: r } = this.data.latent;
		return !t && !this.isGan ? {
			mean: n,
			std: r
		} : {
			mean: new Float32Array(e),
			std: new Float32Array(e).fill(1)
		};
	}
	origin() {
		return this.isGan && this.data.points.count > 0 ? this.item(0) : this.pure(Float32Array.from(this.prior().mean));
	}
	show(e, t) {
		this.plane = e, this.changed(t);
	}
	report(e) {
		let { a: t, b: n } = this.pins;
		return {
			z: Array.from(this.settled.z),
			delta: this.settled.delta && Array.from(this.settled.delta),
			source: this.source,
			nearest: this.nearest.row,
			pins: {
				a: t && ji(t),
				b: n && ji(n)
			},
			path: this.pins.kind,
			map: e
		};
	}
	restore(e) {
		this.pins.kind = e.path;
		for (let t of ["a", "b"]) this.pins[t] = Mi(e.pins[t], this.data.latent.dim, this.deltaDim);
		return Mi([...e.z, ...e.delta ?? []], this.data.latent.dim, this.deltaDim);
	}
};
// src/explorer.ts
function Ia(e, t, n) {
	let r = W("div", { class: "gl-explorer" }), i = W("p", {
		class: "gl-note",
		role: "status"
	}, "Loading the map and the model…"), a = zn(r);
	r.append(i), e.append(r);
	let o = t, s = null, c = 0, l = new Set(t.settled ? [La(t.settled)] : []), u = (e) => {
		l.add(La(e)), n.settle(e);
	}, d = (e) => {
		o = {
			...o,
			maps: {
				...o.maps,
				chosen: e
			}
		}, n.choose?.(e);
	}, f = async (e) => {
		let t = ++c;
		try {
			let [n, a] = await Promise.all([za(e), Mn(e)]);
			if (t !== c) return a.decoder.close();
			i.hidden = !0, s?.destroy(), s = new Pa(r, new Fa(e, n, a, e.settled), {
				settle: u,
				choose: d
			});
		} catch (e) {
			if (t !== c) return;
			s?.destroy(), s = null, G(i, e instanceof Error ? e.message : String(e)), i.hidden = !1;
		}
	};
	return f(t), {
		update(e) {
			let t = Ra(e) === Ra(o);
			o = e, t ? e.settled && !l.has(La(e.settled)) && s?.goTo(e.settled) : f(e);
		},
		destroy() {
			c++, s?.destroy(), a.remove(), r.remove();
		}
	};
}
function La({ z: e, delta: t, pins: n, path: r }) {
	return JSON.stringify([
		e,
		t,
		n.a,
		n.b,
		r
	]);
}
function Ra(e) {
	return JSON.stringify({
		...e,
		key: "",
		settled: null,
		maps: null
	});
}
async function za({ points: e, latent: t, map: n }) {
	let [r, o, s, c, l] = await Promise.all([
		i(n.coords, e.count * n.k, "map coordinates"),
		i(n.mean, n.dim, "map's means"),
		i(n.components, n.k * n.dim, "map components"),
		i(e.codes, e.count * t.dim, "codes"),
		e.labels ? a(e.labels, e.count, "labels") : null
	]);
	return {
		coords: r,
		mean: o,
		components: s,
		codes: c,
		labels: l
	};
}
// src/live/figure.ts
var Ba = class {
	element;
	canvas = W("canvas", { role: "img" });
	caption = W("figcaption");
	constructor(e, t) {
		this.element = W("figure", { "data-testid": e }, W("h3", {}, t), this.canvas, this.caption), this.describe(`${t}: nothing yet.`);
	}
	describe(e) {
		this.canvas.getAttribute("aria-label") !== e && this.canvas.setAttribute("aria-label", e);
	}
	explain(e, t = []) {
		G(this.caption, e);
		for (let { label: e, color: n } of t) {
			let t = W("span", { class: "gl-live-key" }, e);
			t.style.setProperty("--gl-swatch", n), this.caption.append(" ", t);
		}
	}
	begin() {
		let e = this.canvas.clientWidth;
		if (e === 0) return null;
		let t = window.devicePixelRatio || 1, n = Math.round(e * t);
		this.canvas.width !== n && (this.canvas.width = this.canvas.height = n);
		let r = this.canvas.getContext("2d");
		return r.setTransform(t, 0, 0, t, 0, 0), r.clearRect(0, 0, e, e), {
			context: r,
			side: e
		};
	}
}, Va = class {
	places = /* @__PURE__ */ new Float32Array();
	labels = /* @__PURE__ */ new Int32Array();
	box = {
		minX: -1,
		maxX: 1,
		minY: -1,
		maxY: 1
	};
	rows = /* @__PURE__ */ new Int32Array();
	from = /* @__PURE__ */ new Float32Array();
	to = /* @__PURE__ */ new Float32Array();
	fromBox = this.box;
	toBox = this.box;
	startMs = 0;
	durationMs = 0;
	moveTo(e, t, n, r, i) {
		this.advance(r);
		let a = this.rows.length === 0, o = /* @__PURE__ */ new Map();
		this.rows.forEach((e, t) => o.set(Ga(e, t), t));
		let s = e.slice();
		t.forEach((e, t) => {
			let n = o.get(Ga(e, t));
			n !== void 0 && s.set(this.places.subarray(2 * n, 2 * n + 2), 2 * t);
		}), this.rows = t, this.labels = n, this.from = s, this.to = e, this.toBox = Ha(e), this.fromBox = a ? this.toBox : this.box, this.places = s.slice(), this.startMs = r, this.durationMs = a ? 0 : i;
	}
	advance(e) {
		let t = this.durationMs > 0 ? Math.min(Math.max((e - this.startMs) / this.durationMs, 0), 1) : 1, n = t * t * (3 - 2 * t);
		for (let e = 0; e < this.places.length; e++) this.places[e] = Ka(this.from[e], this.to[e], n);
		let [r, i] = [this.fromBox, this.toBox];
		return this.box = {
			minX: Ka(r.minX, i.minX, n),
			maxX: Ka(r.maxX, i.maxX, n),
			minY: Ka(r.minY, i.minY, n),
			maxY: Ka(r.maxY, i.maxY, n)
		}, t < 1;
	}
};
function Ha(e, t = .06) {
	let [n, r, i, a] = [
		Infinity,
		-Infinity,
		Infinity,
		-Infinity
	];
	for (let t = 0; t + 1 < e.length; t += 2) n = Math.min(n, e[t]), r = Math.max(r, e[t]), i = Math.min(i, e[t + 1]), a = Math.max(a, e[t + 1]);
	if (n > r) return {
		minX: -1,
		maxX: 1,
		minY: -1,
		maxY: 1
	};
	let o = (Math.max(r - n, a - i) / 2 || 1) * (1 + 2 * t), [s, c] = [(n + r) / 2, (i + a) / 2];
	return {
		minX: s - o,
		maxX: s + o,
		minY: c - o,
		maxY: c + o
	};
}
function Ua(e, t) {
	let n = /* @__PURE__ */ new Map();
	return t.forEach((t, r) => {
		if (t < 0) return;
		n.has(t) || n.set(t, [[], []]);
		let [i, a] = n.get(t);
		i.push(e[2 * r]), a.push(e[2 * r + 1]);
	}), new Map([...n].map(([e, [t, n]]) => [e, [Wa(t), Wa(n)]]));
}
function Wa(e) {
	return e.sort((e, t) => e - t), e[e.length >> 1];
}
function Ga(e, t) {
	return e >= 0 ? e : -1 - t;
}
function Ka(e, t, n) {
	return e + (t - e) * n;
}
// src/live/forming.ts
var qa = 350, Ja = 7, Ya = 20, Xa = class {
	labelNames;
	figure = new Ba("live-map", "Map of the codes");
	motion = new Va();
	marks = /* @__PURE__ */ new Map();
	request = 0;
	constructor(e) {
		this.labelNames = e;
	}
	show(e, t, n, r) {
		let i = e.shape[0], a = window.matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden;
		this.motion.moveTo(e.values, t?.values ?? new Int32Array(i).fill(-1), n?.values ?? new Int32Array(i).fill(-1), performance.now(), a ? 0 : qa);
		let o = i.toLocaleString("en"), s = t && t.values[0] >= 0 ? "data items" : "samples";
		this.figure.describe(`Map of the codes of ${o} ${s} at ${r}, in latent units.`), this.figure.explain(`${o} ${s} where the model puts them, in latent units, turned to match the frame before.` + (this.named ? " Each class has its own mark and colour; its name stands in its middle." : "")), this.draw();
	}
	draw() {
		cancelAnimationFrame(this.request);
		let e = this.motion.advance(performance.now()), t = this.figure.begin();
		t && this.paint(t.context, t.side), e && (this.request = requestAnimationFrame(() => this.draw()));
	}
	destroy() {
		cancelAnimationFrame(this.request);
	}
	get named() {
		return this.labelNames.length > 0 && this.motion.labels.some((e) => e >= 0);
	}
	paint(e, t) {
		let n = q(this.figure.element), { places: r, labels: i, box: a } = this.motion, o = t / (a.maxX - a.minX), s = (e, n) => [(e - a.minX) * o, t - (n - a.minY) * o];
		e.globalAlpha = .8;
		for (let t = 0; t < i.length; t++) {
			let [a, o] = s(r[2 * t], r[2 * t + 1]);
			e.drawImage(this.mark(i[t], n), a - Ja / 2, o - Ja / 2, Ja, Ja);
		}
		if (e.globalAlpha = 1, !(!this.named || this.labelNames.length > Ya)) {
			e.font = "600 15px system-ui, sans-serif", e.textAlign = "center", e.textBaseline = "middle", e.lineWidth = 4, e.lineJoin = "round", e.strokeStyle = n.background, e.fillStyle = n.text;
			for (let [t, [n, a]] of Ua(r, i)) {
				let [r, i] = s(n, a), o = this.labelNames[t] ?? String(t);
				e.strokeText(o, r, i), e.fillText(o, r, i);
			}
		}
	}
	mark(e, t) {
		let n = e < 0 ? t.primary : ar(e, t.dark), r = e < 0 ? "disc" : or(e), i = this.marks.get(n + r);
		if (i) return i;
		let a = document.createElement("canvas"), o = a.width = a.height = 28, s = a.getContext("2d");
		s.fillStyle = n;
		for (let e = 0; e < o; e++) for (let t = 0; t < o; t++) {
			let [n, i] = [t, e].map((e) => (e + .5) / o * 2.4 - 1.2);
			cr(r, n, i) && s.fillRect(t, e, 1, 1);
		}
		return this.marks.set(n + r, a), a;
	}
}, Za = /* @__PURE__ */ new Set([
	"finished",
	"stopped",
	"interrupted",
	"failed",
	"broken"
]);
function Qa(e) {
	return Za.has(e);
}
// src/live/paintItems.ts
var $a = document.createElement("canvas");
function eo(e, t, n, r, i) {
	let a = new Xn(t.values instanceof Uint8Array ? {
		...r,
		min: 0,
		max: 255
	} : r, i), o = r.shape.reduce((e, t) => e * t, 1);
	e.imageSmoothingEnabled = !1, n.slice(0, t.shape[0]).forEach((n, r) => {
		a.paint($a, t.values, r * o, n.height);
		let i = Math.min(n.width / $a.width, n.height / $a.height), [s, c] = [$a.width * i, $a.height * i], [l, u] = [n.x + (n.width - s) / 2, n.y + (n.height - c) / 2];
		e.drawImage($a, l, u, s, c);
	});
}
function to(e, t, n, r = 0, i = 4) {
	let a = (e - r - i * (t + 1)) / t, o = (e - i * (n + 1)) / n;
	return Array.from({ length: t * n }, (e, n) => ({
		x: r + i + n % t * (a + i),
		y: i + Math.floor(n / t) * (o + i),
		width: a,
		height: o
	}));
}
// src/live/plane.ts
var no = 22, ro = .15;
function io(e) {
	return e.modality === "points" && e.shape[0] >= 2;
}
var ao = class {
	item;
	side;
	low;
	high;
	constructor(e, t) {
		this.item = e, this.side = t;
		let n = ro * (e.max - e.min || 1);
		this.low = e.min - n, this.high = e.max + n;
	}
	at(e, t) {
		let n = t * this.item.shape[0], r = this.side - 44, i = (e) => (e - this.low) / (this.high - this.low);
		return [no + r * i(e.values[n]), this.side - no - r * i(e.values[n + 1])];
	}
	outside(e) {
		let t = 0;
		for (let n = 0; n < e.shape[0]; n++) {
			let [r, i] = this.at(e, n);
			r >= 0 && r <= this.side && i >= 0 && i <= this.side || t++;
		}
		return t;
	}
	axes(e, t) {
		let { side: n } = this;
		e.fillStyle = t.text, e.font = "12px system-ui, sans-serif", e.textAlign = "left", e.fillText(K(this.low, 1), no, n - 6), e.textAlign = "center", e.fillText("x₁", n / 2, n - 6), e.fillText("x₂", 10, n / 2), e.textAlign = "right", e.fillText(K(this.high, 1), n - no, n - 6), e.strokeStyle = t.border, e.lineWidth = 1, e.strokeRect(no, no, n - 44, n - 44);
	}
	dots(e, t, n, r, i) {
		e.globalAlpha = i, e.fillStyle = r;
		for (let r = 0; r < t.shape[0]; r++) {
			let [i, a] = this.at(t, r);
			e.fillRect(i - n, a - n, 2 * n, 2 * n);
		}
		e.globalAlpha = 1;
	}
}, oo = 4, so = 44, co = class {
	item;
	figure = new Ba("live-recon", "Copies");
	originals = null;
	recon = null;
	constructor(e) {
		this.item = e;
	}
	show(e, t, n) {
		this.originals = e, this.recon = t, this.figure.describe(`${t.shape[0]} data items, each with its reconstruction at ${n}.`), this.draw();
	}
	draw() {
		let e = this.recon && this.figure.begin();
		if (!this.originals || !this.recon || !e) return;
		let t = q(this.figure.element);
		io(this.item) ? this.drawPoints(e.context, e.side, t) : this.drawPairs(e.context, e.side, t);
	}
	destroy() {}
	drawPairs(e, t, n) {
		let r = 2 * Math.ceil(this.recon.shape[0] / oo), i = to(t, oo, r, so), [a, o] = [0, 1].map((e) => i.filter((t, n) => Math.floor(n / oo) % 2 === e));
		eo(e, this.originals, a, this.item, n), eo(e, this.recon, o, this.item, n), e.fillStyle = n.text, e.font = "13px system-ui, sans-serif", e.textBaseline = "middle";
		for (let t = 0; t < r; t++) {
			let { y: n, height: r } = i[t * oo];
			e.fillText(t % 2 ? "copy" : "item", 8, n + r / 2);
		}
		this.figure.explain("Each item above, the copy the model makes of it below.");
	}
	drawPoints(e, t, n) {
		let r = new ao(this.item, t);
		r.axes(e, n), e.strokeStyle = n.primary, e.lineWidth = 1.5;
		for (let t = 0; t < this.recon.shape[0]; t++) {
			let [i, a] = r.at(this.originals, t), [o, s] = r.at(this.recon, t);
			e.beginPath(), e.moveTo(i, a), e.lineTo(o, s), e.stroke(), e.beginPath(), e.arc(o, s, 4.5, 0, 2 * Math.PI), e.stroke(), e.fillStyle = n.text, e.fillRect(i - 2.5, a - 2.5, 5, 5);
		}
		this.figure.explain("From each item a line to the copy the model makes of it.", [{
			label: "item (square)",
			color: n.text
		}, {
			label: "copy (ring)",
			color: n.primary
		}]);
	}
}, lo = 4, uo = class {
	item;
	figure = new Ba("live-samples", "Samples");
	samples = null;
	data = null;
	constructor(e) {
		this.item = e;
	}
	show(e, t, n) {
		this.samples = e, this.data = t ?? this.data, this.figure.describe(`${e.shape[0]} samples from fixed noise at ${n}.`), this.draw();
	}
	draw() {
		let e = this.samples && this.figure.begin();
		if (!this.samples || !e) return;
		let t = q(this.figure.element), { context: n, side: r } = e;
		if (io(this.item)) return this.drawPoints(n, r);
		let i = Math.ceil(this.samples.shape[0] / lo);
		eo(n, this.samples, to(r, lo, i), this.item, t), this.figure.explain("Always the same noise, so you see the model change and not the dice.");
	}
	destroy() {}
	drawPoints(e, t) {
		let n = q(this.figure.element), r = this.samples, i = new ao(this.item, t);
		i.dots(e, r, 1.5, n.primary, .85), this.data && i.dots(e, this.data, .6, n.text, .4), i.axes(e, n);
		let a = i.outside(r), o = [{
			label: `${r.shape[0].toLocaleString("en")} samples`,
			color: n.primary
		}];
		this.data && o.push({
			label: "data (small dots)",
			color: n.text
		}), this.figure.explain(a ? `From fixed noise; ${a} lie outside the picture.` : "From fixed noise.", o);
	}
}, fo = {
	uint8: 1,
	float32: 4,
	int32: 4,
	int64: 8
};
function po(e, t) {
	let n = e.arrays.reduce((e, { dtype: t, shape: n }) => e + fo[t] * mo(n), 0);
	if (n !== t.byteLength) throw Error(`A picture of the training is damaged: ${t.byteLength} bytes came, ${n} were announced.`);
	let r = /* @__PURE__ */ new Map(), i = 0;
	for (let { name: n, dtype: a, shape: o } of e.arrays) {
		let e = i + fo[a] * mo(o);
		r.set(n, {
			values: ho(a, t.slice(i, e)),
			shape: o
		}), i = e;
	}
	return {
		header: e,
		arrays: r
	};
}
function mo(e) {
	return e.reduce((e, t) => e * t, 1);
}
function ho(e, t) {
	switch (e) {
		case "uint8": return new Uint8Array(t);
		case "float32": return new Float32Array(t);
		case "int32": return new Int32Array(t);
		case "int64": return Int32Array.from(new BigInt64Array(t), Number);
	}
}
// src/live/socket.ts
var go = class {
	listener;
	line;
	header = null;
	constructor(e, t) {
		this.listener = t, this.line = new Xi(e, {
			heard: (e) => this.hear(e),
			lost: (e) => {
				this.header = null, t.lost(e);
			},
			closed: () => t.closed()
		});
	}
	close() {
		this.line.close();
	}
	hear(e) {
		try {
			if (typeof e == "string") {
				let t = JSON.parse(e);
				t.arrays.length === 0 && this.listener.frame({
					header: t,
					arrays: /* @__PURE__ */ new Map()
				}), this.header = t.arrays.length > 0 ? t : null;
			} else if (this.header) {
				let t = po(this.header, e);
				this.header = null, this.listener.frame(t);
			}
		} catch (e) {
			this.listener.damaged(e);
		}
	}
}, _o = "\n.gl-live {\n  --gl-text: var(--st-text-color, light-dark(#16202b, #e8eef5));\n  --gl-background: var(--st-background-color, light-dark(#ffffff, #10161d));\n  --gl-panel: var(--st-secondary-background-color, light-dark(#f1f4f8, #1b242e));\n  --gl-border: var(--st-border-color, light-dark(#c9d2dd, #3a4654));\n  --gl-primary: var(--st-primary-color, light-dark(#0b5cad, #6cb0ff));\n  color-scheme: light dark;\n  color: var(--gl-text);\n  font: 400 1rem/1.45 var(--st-font, system-ui, sans-serif);\n  transition: color 1ms;\n}\n/* Where readTheme looks for plain colours. */\n.gl-live figure { background-color: var(--gl-background); border: 0 solid var(--gl-border); caret-color: var(--gl-primary); }\n.gl-live-status { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; margin: 0 0 0.6rem; min-height: 1.45em; }\n.gl-live-moment { font-variant-numeric: tabular-nums; font-weight: 600; }\n.gl-live-moment:empty { display: none; }\n.gl-live-figures { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); }\n.gl-live figure { margin: 0; min-width: 0; }\n.gl-live figure[hidden] { display: none; }\n.gl-live h3 { font-size: 1rem; font-weight: 600; margin: 0 0 0.35rem; padding: 0; }\n.gl-live canvas {\n  display: block; width: 100%; aspect-ratio: 1; box-sizing: border-box;\n  border: 1px solid var(--gl-border); border-radius: var(--st-base-radius, 8px); background: var(--gl-panel);\n}\n.gl-live figcaption { font-size: 0.87rem; margin-top: 0.35rem; }\n.gl-live-key { white-space: nowrap; }\n.gl-live-key::before {\n  content: \"\"; display: inline-block; width: 0.6em; height: 0.6em; margin-right: 0.3em; border-radius: 50%;\n  background: var(--gl-swatch, currentColor);\n}\n";
// src/live/mountLive.ts
function vo(e, t, n) {
	let r = W("div", { class: "gl-live" });
	e.append(W("style", {}, _o), r);
	let i = t.key, a = new yo(r, t, n);
	return {
		update(e) {
			e.key !== i && (i = e.key, a.destroy(), a = new yo(r, e, n));
		},
		destroy() {
			a.destroy(), r.previousElementSibling?.remove(), r.remove();
		}
	};
}
var yo = class {
	root;
	host;
	moment = W("span", { class: "gl-live-moment" });
	words = W("span", { role: "status" }, "Waiting for the first pictures of this training…");
	samples;
	recon;
	forming;
	socket;
	sizes;
	forgetTheme;
	ended = !1;
	seenAlive = !1;
	constructor(e, t, n) {
		this.root = e, this.host = n, delete e.dataset.seq, this.samples = new uo(t.item), this.recon = new co(t.item), this.forming = new Xa(t.labelNames);
		let r = W("div", { class: "gl-live-figures" }, ...this.panels.map((e) => e.figure.element));
		e.replaceChildren(W("p", { class: "gl-live-status" }, this.moment, this.words), r), this.sizes = new ResizeObserver(() => this.redraw()), this.sizes.observe(r), this.forgetTheme = Vn(e, () => this.redraw()), this.socket = new go(t.socket, {
			frame: (e) => this.show(e),
			lost: (e) => this.say(`The connection to the server was lost; trying again in ${e / 1e3} s.`),
			closed: () => this.end("finished"),
			damaged: (e) => this.say(e.message)
		});
	}
	destroy() {
		this.socket.close(), this.sizes.disconnect(), this.forgetTheme(), this.panels.forEach((e) => e.destroy()), this.root.replaceChildren();
	}
	get panels() {
		return [
			this.samples,
			this.recon,
			this.forming
		];
	}
	redraw() {
		this.panels.forEach((e) => e.draw());
	}
	show({ header: e, arrays: t }) {
		let n = `step ${e.step.toLocaleString("en")}, epoch ${e.epoch.toFixed(1)}`, [r, i, a, o] = [
			"samples",
			"originals",
			"recon",
			"map"
		].map((e) => t.get(e));
		t.size > 0 && (G(this.moment, n[0].toUpperCase() + n.slice(1)), this.root.dataset.seq = String(e.seq), this.recon.figure.element.hidden = !a), r && this.samples.show(r, t.get("data") ?? null, n), i && a && this.recon.show(i, a, n), o && this.forming.show(o, t.get("map_rows"), t.get("map_labels"), n), this.say(bo(e.state ?? "running", e.error, this.root.dataset.seq !== void 0)), e.state && Qa(e.state) ? this.end(e.state, e.error) : this.seenAlive = !0;
	}
	say(e) {
		this.ended || G(this.words, e);
	}
	end(e, t) {
		this.ended || (this.say(bo(e, t, !0)), this.ended = !0, this.socket.close(), this.seenAlive && this.host.ended(e));
	}
};
function bo(e, t, n) {
	switch (e) {
		case "queued": return "This training waits for a free place; its pictures will appear here.";
		case "running": return n ? "Training." : "Waiting for the first pictures of this training…";
		case "paused": return "Paused; these are the pictures so far.";
		case "finished": return "The training has finished; these are its last pictures.";
		case "stopped": return "The training was stopped; these are its last pictures.";
		case "interrupted": return "The training was interrupted; these are the last pictures it made.";
		case "failed":
		case "broken": return `The training failed. ${t ?? ""}`.trim();
	}
}
// src/tour/find.ts
function xo(e, t = document) {
	for (let n of e) {
		let e = So(n, t);
		if (e) return e;
	}
	return null;
}
function So(e, t) {
	for (let n of t.querySelectorAll(e)) if (Co(n)) return n;
	for (let n of t.querySelectorAll("*")) {
		let t = n.shadowRoot && So(e, n.shadowRoot);
		if (t) return t;
	}
	return null;
}
function Co(e) {
	let { width: t, height: n, left: r, right: i } = e.getBoundingClientRect(), a = i <= 0 || r >= innerWidth;
	return t > 1 && n > 1 && !a && getComputedStyle(e).visibility !== "hidden";
}
// src/tour/steps.ts
var $ = [
	{
		title: "A map of what the model learned",
		text: "Every dot is one item. The model has a short list of numbers for each, its code, and near codes lie near each other here. Move the pointer over the map.",
		targets: ["[data-testid=\"latent-map\"]"]
	},
	{
		title: "Every place makes a new item",
		text: "This is what the place under your pointer turns into. No one has drawn it: the decoder makes it while you move. A click keeps the place.",
		targets: ["[data-testid=\"decoded-sample\"]"]
	},
	{
		title: "One slider a number",
		text: "These are the numbers of the code, the one that changes most first. Drag one: the small pictures show where it leads.",
		targets: [".gl-sliders"]
	},
	{
		title: "Colours are classes",
		text: "Each class has its colour and its mark. A click hides one, “only” shows it alone: see which ones the model keeps apart.",
		targets: ["[data-testid=\"legend\"]"]
	},
	{
		title: "Walk from A to B",
		text: "Click on the map and pin that place as A, click elsewhere and pin B. Then Play walks from one to the other, and every step is a new item.",
		targets: [".gl-path"]
	},
	{
		title: "Draw your own",
		text: "Draw here, or drop a picture. The encoder finds its code, and the map shows where your drawing belongs.",
		targets: ["[data-testid=\"draw\"]"]
	},
	{
		title: "Train your own model",
		text: "On Train you choose data and a model and watch it learn, which takes seconds for a small one. Runs keeps everything you have trained.",
		targets: [
			"[data-testid=\"stTopNavLink\"][href*=\"train\"]",
			"a[href*=\"/train\"]",
			"[data-testid=\"stExpandSidebarButton\"]"
		]
	},
	{
		title: "Words and large type",
		text: "The glossary says what the words mean; so do the dotted ones when you point at them. Projector makes everything large for a classroom. The tour can be taken again here.",
		targets: [".st-key-genlab-header"]
	}
], wo = "\n:host { all: initial; }\n.ring {\n  position: fixed; z-index: 1000000; pointer-events: none; border-radius: 10px;\n  outline: calc(3px * var(--gl-scale, 1)) solid var(--gl-primary); outline-offset: 3px;\n  box-shadow: 0 0 0 6px var(--gl-background), 0 0 0 200vmax rgb(0 0 0 / 0.38);\n}\n.card {\n  position: fixed; z-index: 1000001; box-sizing: border-box; width: min(calc(23rem * var(--gl-scale, 1)), calc(100vw - 16px));\n  max-height: calc(100vh - 16px); overflow-y: auto; padding: 0.9em 1.1em; border-radius: 10px;\n  color: var(--gl-text); background: var(--gl-background); border: 2px solid var(--gl-primary);\n  box-shadow: 0 4px 24px rgb(0 0 0 / 0.35); font: 400 calc(16px * var(--gl-scale, 1))/1.45 var(--gl-font, system-ui, sans-serif);\n}\n.card:focus { outline: none; }\nh2 { font-size: 1.1em; margin: 0 0 0.35em; line-height: 1.25; }\np { margin: 0; }\n.foot { display: flex; flex-wrap: wrap; gap: 0.5em; align-items: center; margin-top: 0.9em; }\n.count { margin-right: auto; font-variant-numeric: tabular-nums; font-size: 0.9em; }\nbutton {\n  font: inherit; font-size: 0.95em; color: inherit; background: none; cursor: pointer; padding: 0.25em 0.8em; min-height: 2.2em;\n  border: 1px solid currentColor; border-radius: 8px;\n}\nbutton.next { color: var(--gl-on-primary); background: var(--gl-primary); border-color: var(--gl-primary); }\nbutton.quiet { border-color: transparent; text-decoration: underline; }\nbutton:disabled { opacity: 0.5; cursor: default; }\nbutton:focus-visible { outline: 3px solid var(--gl-text); outline-offset: 2px; }\n.tip {\n  position: fixed; z-index: 1000002; box-sizing: border-box; max-width: min(calc(24rem * var(--gl-scale, 1)), calc(100vw - 16px));\n  padding: 0.5em 0.8em; border-radius: 8px; border: 1px solid var(--gl-text); color: var(--gl-text); background: var(--gl-background);\n  box-shadow: 0 2px 12px rgb(0 0 0 / 0.3); font: 400 calc(15px * var(--gl-scale, 1))/1.4 var(--gl-font, system-ui, sans-serif);\n}\n[hidden] { display: none !important; }\n", To = "\n.gl-tour {\n  --gl-primary: var(--st-primary-color, #0b5cad);\n  font: 400 calc(0.95rem)/1.3 var(--st-font, system-ui, sans-serif); color: var(--st-text-color, inherit); background: none;\n  border: 1px solid var(--st-border-color, currentColor); border-radius: var(--st-base-radius, 8px);\n  padding: 0.3rem 0.75rem; min-height: 2.2rem; cursor: pointer; white-space: nowrap;\n}\n.gl-tour:hover { border-color: var(--gl-primary); }\n.gl-tour:focus-visible { outline: 3px solid var(--gl-primary); outline-offset: 2px; }\n@media (max-width: 640px) { .gl-tour span { display: none; } }\n.gl-tour[data-new] { color: #fff; background: var(--gl-primary); border-color: var(--gl-primary); font-weight: 600; }\n";
// src/tour/colors.ts
function Eo(e, t) {
	let n = getComputedStyle(t), r = (e, t) => n.getPropertyValue(e).trim() || t, i = {
		"--gl-text": r("--st-text-color", "#16202b"),
		"--gl-background": r("--st-background-color", "#ffffff"),
		"--gl-primary": r("--st-primary-color", "#0b5cad"),
		"--gl-on-primary": "#ffffff",
		"--gl-font": r("--st-font", "system-ui, sans-serif")
	};
	for (let [t, n] of Object.entries(i)) e.style.setProperty(t, n);
}
function Do(e, t, n) {
	let r = ko(e.left + e.width / 2 - t.width / 2, n.width - t.width), i = ko(e.top + e.height / 2 - t.height / 2, n.height - t.height);
	return [
		{
			left: r,
			top: e.top + e.height + 14
		},
		{
			left: r,
			top: e.top - 14 - t.height
		},
		{
			left: e.left + e.width + 14,
			top: i
		},
		{
			left: e.left - 14 - t.width,
			top: i
		}
	].find(({ left: e, top: r }) => e >= 8 && r >= 8 && e + t.width <= n.width - 8 && r + t.height <= n.height - 8) || [
		{
			left: r,
			top: n.height - t.height - 8
		},
		{
			left: r,
			top: 8
		},
		{
			left: n.width - t.width - 8,
			top: i
		},
		{
			left: 8,
			top: i
		}
	].reduce((n, r) => Oo(e, {
		...r,
		...t
	}) < Oo(e, {
		...n,
		...t
	}) ? r : n);
}
function Oo(e, t) {
	let n = Math.min(e.left + e.width, t.left + t.width) - Math.max(e.left, t.left), r = Math.min(e.top + e.height, t.top + t.height) - Math.max(e.top, t.top);
	return Math.max(n, 0) * Math.max(r, 0);
}
function ko(e, t) {
	return Math.max(8, Math.min(e, t - 8));
}
// src/tour/terms.ts
var Ao = ".gl-term", jo = class {
	page;
	place = W("div", {});
	tip = W("div", {
		class: "tip",
		role: "tooltip",
		id: "genlab-term",
		hidden: !0
	});
	word = null;
	constructor(e) {
		this.page = e, this.place.attachShadow({ mode: "open" }).append(W("style", {}, wo), this.tip), document.body.append(this.place), document.addEventListener("pointerover", (e) => this.enter(e.target)), document.addEventListener("focusin", (e) => this.enter(e.target)), document.addEventListener("focusout", () => this.hide()), document.addEventListener("keydown", (e) => e.key === "Escape" && this.hide()), document.addEventListener("scroll", () => this.hide(), !0);
	}
	enter(e) {
		let t = e instanceof Element ? e.closest(Ao) : null;
		t !== this.word && (t ? this.show(t) : document.activeElement !== this.word && this.hide());
	}
	show(e) {
		this.hide(), this.word = e, e.title && (e.dataset.meaning = e.title, e.setAttribute("aria-description", e.title), e.removeAttribute("title")), this.tip.textContent = e.dataset.meaning ?? "", Eo(this.place, this.page()), this.tip.hidden = !1;
		let { left: t, top: n, width: r, height: i } = e.getBoundingClientRect(), a = {
			width: this.tip.offsetWidth,
			height: this.tip.offsetHeight
		}, o = Do({
			left: t,
			top: n + 8,
			width: r,
			height: i - 16
		}, a, {
			width: innerWidth,
			height: innerHeight
		});
		this.tip.style.left = `${o.left}px`, this.tip.style.top = `${o.top}px`;
	}
	hide() {
		this.tip.hidden = !0, this.word = null;
	}
}, Mo = 15e3, No = 600, Po = 64, Fo = class {
	page;
	ended;
	place = W("div", { "data-testid": "tour" });
	ring = W("div", { class: "ring" });
	title = W("h2", { id: "title" });
	text = W("p", { id: "text" });
	count = W("span", { class: "count" });
	back;
	next;
	card;
	at = -1;
	target = null;
	frame = 0;
	turn = 0;
	constructor(e, t) {
		this.page = e, this.ended = t;
		let n = (e, t, n, r) => W("button", {
			type: "button",
			title: t,
			class: n,
			onclick: r
		}, e);
		this.back = n("Back", "The step before (left arrow)", "", () => void this.go(-1)), this.next = n("Next", "The next step (right arrow)", "next", () => void this.go(1));
		let r = n("Skip", "End the tour (Esc)", "quiet", () => this.end());
		this.card = W("section", {
			class: "card",
			role: "dialog",
			"aria-labelledby": "title",
			"aria-describedby": "text",
			tabindex: "-1"
		}, this.title, this.text, W("div", { class: "foot" }, this.count, r, this.back, this.next)), this.card.hidden = this.ring.hidden = !0, this.place.attachShadow({ mode: "open" }).append(W("style", {}, wo), this.ring, this.card), document.body.append(this.place), document.addEventListener("keydown", this.keys, !0), this.follow(), this.begin();
	}
	end() {
		this.turn < 0 || (this.turn = -1, cancelAnimationFrame(this.frame), document.removeEventListener("keydown", this.keys, !0), this.place.remove(), this.ended());
	}
	async begin() {
		await zo($[0], Mo), await this.go(1);
	}
	async go(e) {
		let t = ++this.turn, n = this.at + e;
		for (; n >= 0 && n < $.length;) {
			let r = await zo($[n], No);
			if (t !== this.turn) return;
			if (r) return this.show(n, r);
			n += e;
		}
		e > 0 && t === this.turn && this.end();
	}
	show(e, t) {
		this.at = e, this.target = t, this.title.textContent = $[e].title, this.text.textContent = $[e].text, this.count.textContent = `${e + 1} of ${$.length}`, this.back.disabled = e === 0, this.next.textContent = e === $.length - 1 ? "Done" : "Next", this.card.hidden = this.ring.hidden = !1, Io(t, this.card.offsetHeight), this.draw(), this.card.focus({ preventScroll: !0 });
	}
	follow() {
		this.frame = requestAnimationFrame(() => this.follow()), this.target && !this.target.isConnected && (this.target = xo($[this.at].targets)), this.draw();
	}
	draw() {
		if (!this.target || this.card.hidden) return;
		Eo(this.place, this.page());
		let e = Lo(this.target.getBoundingClientRect()), { left: t, top: n } = Do(e, {
			width: this.card.offsetWidth,
			height: this.card.offsetHeight
		}, {
			width: innerWidth,
			height: innerHeight
		});
		Ro(this.ring, e), this.ring.style.width = `${e.width}px`, this.ring.style.height = `${e.height}px`, Ro(this.card, {
			left: t,
			top: n
		});
	}
	keys = (e) => {
		let t = e.composedPath().includes(this.card), n = e.composedPath().some((e) => e instanceof HTMLButtonElement);
		if (e.key === "Escape") this.end();
		else if (t && e.key === "ArrowRight") this.go(1);
		else if (t && e.key === "ArrowLeft" && this.at > 0) this.go(-1);
		else if (t && e.key === "Enter" && !n) this.go(1);
		else return;
		e.preventDefault(), e.stopPropagation();
	};
};
function Io(e, t) {
	let { top: n, height: r } = e.getBoundingClientRect();
	if (e.closest("[data-testid=\"stHeader\"], .st-key-genlab-header")) return;
	let i = innerHeight - Po - t - 40;
	n >= Po && n + r <= innerHeight && (r <= i || innerWidth > 760) && (innerWidth > 760 || n + r + t + 40 <= innerHeight || n - t - 40 >= Po) || (e.style.scrollMarginTop = "76px", e.scrollIntoView({ block: innerWidth > 760 && r + t < innerHeight ? "center" : "start" }));
}
function Lo({ left: e, top: t, right: n, bottom: r }) {
	let [i, a] = [Math.max(e, 4), Math.max(t, 4)];
	return {
		left: i,
		top: a,
		width: Math.min(n, innerWidth - 4) - i,
		height: Math.min(r, innerHeight - 4) - a
	};
}
function Ro(e, { left: t, top: n }) {
	e.style.left = `${t}px`, e.style.top = `${n}px`;
}
async function zo(e, t) {
	let n = performance.now() + t;
	for (;;) {
		let t = xo(e.targets);
		if (t || performance.now() > n) return t;
		await new Promise((e) => setTimeout(e, 100));
	}
}
// src/tour/mountTour.ts
var Bo = "genlab.tour", Vo = null, Ho = null, Uo = document.body;
function Wo(e, t, n) {
	let r = W("button", {
		type: "button",
		class: "gl-tour",
		title: "A tour of two minutes over the real page: arrow keys go on and back, Esc ends it",
		"data-testid": "tour-start"
	}), i = W("style", {}, To), a = () => {
		r.toggleAttribute("data-new", !Go()), r.replaceChildren(Go() ? "" : W("span", {}, "New here? "), "Tour");
	};
	return r.onclick = () => {
		Vo?.end(), xo($[0].targets) || n.explore(), Vo = new Fo(() => Uo, () => {
			Vo = null, Ko(), window.dispatchEvent(new Event(Bo)), Uo.focus({ preventScroll: !0 });
		});
	}, a(), window.addEventListener(Bo, a), e.append(i, r), Uo = r, Ho ??= new jo(() => Uo), {
		update() {},
		destroy() {
			window.removeEventListener(Bo, a), i.remove(), r.remove();
		}
	};
}
function Go() {
	try {
		return localStorage.getItem(Bo) !== null;
	} catch {
		return !0;
	}
}
function Ko() {
	try {
		localStorage.setItem(Bo, "done");
	} catch {}
}
// src/cloud/points.ts
var qo = 2e4, Jo = 100, Yo = class {
	points = [];
	past = [];
	get all() {
		return this.points;
	}
	get canUndo() {
		return this.past.length > 0;
	}
	get isFull() {
		return this.points.length >= qo;
	}
	begin() {
		this.past.push(this.points.slice()), this.past.length > Jo && this.past.shift();
	}
	add(e) {
		for (let t of e) !this.isFull && Math.abs(t.x) <= 1 && Math.abs(t.y) <= 1 && this.points.push(t);
	}
	erase(e, t, n) {
		this.points = this.points.filter((r) => Math.hypot(r.x - e, r.y - t) > n);
	}
	clear() {
		this.begin(), this.points = [];
	}
	undo() {
		this.points = this.past.pop() ?? this.points;
	}
	drawn(e) {
		let t = (e) => Math.round(e * 1e4) / 1e4;
		return {
			name: e,
			x: this.points.map((e) => t(e.x)),
			y: this.points.map((e) => t(e.y)),
			brush: this.points.map((e) => e.brush)
		};
	}
}, Xo = 3.2, Zo = class {
	canvas;
	context;
	stamps = /* @__PURE__ */ new Map();
	constructor(e) {
		this.canvas = e, this.context = e.getContext("2d");
	}
	at(e) {
		let t = this.canvas.getBoundingClientRect();
		return [2 * (e.clientX - t.left) / t.width - 1, 1 - 2 * (e.clientY - t.top) / t.height];
	}
	draw(e, t, n) {
		let { canvas: r, context: i } = this, a = r.clientWidth;
		if (a === 0) return;
		let o = window.devicePixelRatio || 1;
		r.width !== Math.round(a * o) && (r.width = r.height = Math.round(a * o));
		let s = q(r.closest(".gl-cloud"));
		i.setTransform(o, 0, 0, o, 0, 0), i.clearRect(0, 0, a, a);
		let c = (e, t) => [(e + 1) / 2 * a, (1 - t) / 2 * a];
		this.grid(a, s.text, c);
		for (let { x: t, y: n, brush: r } of e) {
			let [e, a] = c(t, n), l = this.mark(r, s.dark, o);
			i.drawImage(l, e - l.width / o / 2, a - l.height / o / 2, l.width / o, l.height / o);
		}
		if (i.strokeStyle = s.text, i.lineWidth = 1.5, t && (i.beginPath(), i.arc(...c(t.x, t.y), t.width / 2 * a, 0, 2 * Math.PI), i.stroke()), n) {
			let [e, t] = c(...n);
			i.beginPath(), i.moveTo(e - 9, t), i.lineTo(e + 9, t), i.moveTo(e, t - 9), i.lineTo(e, t + 9), i.stroke();
		}
	}
	grid(e, t, n) {
		let { context: r } = this;
		r.strokeStyle = r.fillStyle = t, r.font = "12px system-ui, sans-serif";
		for (let t of [
			-.5,
			0,
			.5
		]) {
			let [i, a] = n(t, t);
			r.globalAlpha = t === 0 ? .35 : .15, r.lineWidth = 1, r.beginPath(), r.moveTo(i, 0), r.lineTo(i, e), r.moveTo(0, a), r.lineTo(e, a), r.stroke(), r.globalAlpha = .75, r.fillText(String(t).replace("-", "−"), i + 3, e - 4), t !== 0 && r.fillText(String(t).replace("-", "−"), 3, a - 3);
		}
		r.globalAlpha = 1;
	}
	mark(e, t, n) {
		let r = `${e} ${t} ${n}`, i = this.stamps.get(r);
		if (i) return i;
		let a = Qo(e, t, Math.max(2, Xo * n));
		return this.stamps.set(r, a), a;
	}
};
function Qo(e, t, n) {
	let r = document.createElement("canvas");
	r.width = r.height = 2 * Math.ceil(1.1 * n) + 1;
	let i = r.getContext("2d");
	i.fillStyle = ar(e, t);
	let a = (r.width - 1) / 2;
	for (let t = 0; t < r.height; t++) for (let o = 0; o < r.width; o++) cr(or(e), (o - a) / n, (t - a) / n) && i.fillRect(o, t, 1, 1);
	return r;
}
// src/cloud/shapes.ts
function $o(e = Math.random) {
	let t = Math.sqrt(-2 * Math.log(1 - e())), n = 2 * Math.PI * e();
	return [t * Math.cos(n), t * Math.sin(n)];
}
function es(e, t, n, r, i) {
	return Array.from({ length: r }, () => {
		let [r, a] = $o();
		return {
			x: e + n / 2 * r,
			y: t + n / 2 * a,
			brush: i
		};
	});
}
function ts(e, t, n, r, i, a) {
	let o = .35;
	return Array.from({ length: i }, (s, c) => {
		let [l, u] = $o(), d = 2 * Math.PI * c / i, f = 2 * (c / Math.max(i - 1, 1)) - 1, [p, m] = e === "ring" ? [o * Math.cos(d), o * Math.sin(d)] : e === "line" ? [o * f, 0] : [o * .45 * l, o * .45 * u], h = e === "blob" ? 0 : r / 4;
		return {
			x: t + p + h * l,
			y: n + m + h * u,
			brush: a
		};
	});
}
// src/cloud/style.ts
var ns = "\n.gl-cloud {\n  --gl-text: var(--st-text-color, light-dark(#16202b, #e8eef5));\n  --gl-background: var(--st-background-color, light-dark(#ffffff, #10161d));\n  --gl-soft: var(--st-secondary-background-color, light-dark(#f1f4f8, #1b242e));\n  --gl-border: var(--st-border-color, light-dark(#c9d2dd, #3a4654));\n  --gl-primary: var(--st-primary-color, light-dark(#0b5cad, #6cb0ff));\n  color-scheme: light dark;\n  container-type: inline-size;\n  color: var(--gl-text);\n  background-color: var(--gl-background);\n  border: 0 solid var(--gl-border);\n  caret-color: var(--gl-primary);\n  font: 400 15px/1.4 var(--st-font, system-ui, sans-serif);\n  transition: color 1ms;\n}\n.gl-cloud *, .gl-cloud *::before { box-sizing: border-box; }\n.gl-cloud-layout { display: grid; grid-template-columns: minmax(0, 520px) minmax(240px, 360px); gap: 20px; align-items: start; }\n.gl-cloud canvas.gl-cloud-sheet {\n  display: block; width: 100%; aspect-ratio: 1; touch-action: none; cursor: crosshair;\n  border: 1px solid var(--gl-border); border-radius: var(--st-base-radius, 8px); background: var(--gl-soft);\n}\n.gl-cloud-tools { display: grid; gap: 12px; }\n.gl-cloud fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }\n.gl-cloud legend, .gl-cloud label > span { font-size: 14px; font-weight: 600; padding: 0; margin-bottom: 4px; display: block; }\n.gl-cloud-row { display: flex; flex-wrap: wrap; gap: 6px; }\n.gl-cloud button {\n  font: inherit; font-size: 14px; color: inherit; background: var(--gl-soft); cursor: pointer; min-height: 34px;\n  border: 1px solid var(--gl-border); border-radius: var(--st-base-radius, 8px); padding: 3px 11px;\n}\n.gl-cloud button:hover:not(:disabled) { border-color: var(--gl-text); }\n.gl-cloud button:disabled { opacity: 0.55; cursor: default; }\n.gl-cloud button[aria-checked=\"true\"] { border-color: var(--gl-text); box-shadow: inset 0 0 0 1.5px var(--gl-text); font-weight: 600; }\n.gl-cloud button.gl-cloud-keep { background: var(--gl-primary); border-color: var(--gl-primary); color: #fff; font-weight: 600; }\n.gl-cloud-brush { display: inline-flex; align-items: center; gap: 6px; }\n.gl-cloud input[type=\"range\"] { width: 100%; accent-color: var(--gl-primary); margin: 0; min-height: 24px; }\n.gl-cloud input[type=\"text\"] {\n  font: inherit; color: inherit; background: var(--gl-background); width: 100%; min-height: 36px; padding: 4px 10px;\n  border: 1px solid var(--gl-border); border-radius: var(--st-base-radius, 8px);\n}\n.gl-cloud :focus-visible { outline: 3px solid var(--gl-primary); outline-offset: 2px; }\n.gl-cloud p { margin: 0; font-size: 14px; font-variant-numeric: tabular-nums; }\n@container (max-width: 620px) { .gl-cloud-layout { grid-template-columns: minmax(0, 1fr); } }\n", rs = [
	[
		"spray",
		"Spray",
		"A cloud of points under the brush as it moves"
	],
	[
		"dot",
		"Dots",
		"One point at a time"
	],
	[
		"erase",
		"Erase",
		"Remove the points under the brush"
	]
], is = class {
	changed;
	brush = 0;
	tool = "spray";
	element;
	brushes;
	tools;
	widthInput = ss("Width of the brush, as a share of the sheet", 2, 40, 12);
	densityInput = ss("Points a touch of the brush leaves", 1, 40, 8);
	constructor(e) {
		this.changed = e, this.brushes = Array.from({ length: 6 }, (e, t) => as(`Brush ${t + 1}: its points become a class of their own (key ${t + 1})`, () => this.take(t))), this.tools = rs.map(([e, t, n]) => {
			let r = as(n, () => this.use(e));
			return r.append(t), r;
		}), this.element = W("div", { class: "gl-cloud-tools" }, os("Class", this.brushes), os("Tool", this.tools), W("label", {}, W("span", {}, "Width"), this.widthInput), W("label", {}, W("span", {}, "Density"), this.densityInput)), this.widthInput.addEventListener("input", e), this.show();
	}
	get width() {
		return Number(this.widthInput.value) / 100;
	}
	get density() {
		return Number(this.densityInput.value);
	}
	take(e) {
		this.brush = e, this.tool === "erase" && (this.tool = "spray"), this.show(), this.changed();
	}
	use(e) {
		this.tool = e, this.show(), this.changed();
	}
	paint(e) {
		this.brushes.forEach((t, n) => {
			t.replaceChildren(W("span", { class: "gl-cloud-brush" }, Qo(n, e, 6), String(n + 1)));
		});
	}
	show() {
		this.brushes.forEach((e, t) => e.setAttribute("aria-checked", String(t === this.brush))), this.tools.forEach((e, t) => e.setAttribute("aria-checked", String(rs[t][0] === this.tool)));
	}
};
function as(e, t) {
	return W("button", {
		type: "button",
		role: "radio",
		title: e,
		"aria-label": e,
		onclick: t
	});
}
function os(e, t) {
	return W("fieldset", {}, W("legend", {}, e), W("div", {
		class: "gl-cloud-row",
		role: "radiogroup",
		"aria-label": e
	}, ...t));
}
function ss(e, t, n, r) {
	return W("input", {
		type: "range",
		min: t,
		max: n,
		value: r,
		title: e,
		"aria-label": e
	});
}
// src/cloud/mountCloud.ts
var cs = .05, ls = 150, us = 10, ds = [
	["blob", "Blob"],
	["ring", "Ring"],
	["line", "Line"]
];
function fs(e, t, n) {
	let r = W("div", { class: "gl-cloud" }), i = W("style", {}, ns);
	e.append(i, r);
	let a = t.key, o = new ps(r, n);
	return {
		update(e) {
			e.key !== a && (a = e.key, o.destroy(), o = new ps(r, n));
		},
		destroy() {
			o.destroy(), i.remove(), r.remove();
		}
	};
}
var ps = class {
	root;
	points = new Yo();
	canvas = W("canvas", {
		class: "gl-cloud-sheet",
		tabindex: 0,
		role: "application"
	});
	sheet = new Zo(this.canvas);
	tools;
	words = W("p", { role: "status" });
	undo = this.button("Undo", "Take back the last stroke (Ctrl+Z)", () => this.points.undo());
	clear = this.button("Clear", "Wipe the sheet; Undo brings it back", () => this.points.clear());
	keep;
	name = W("input", {
		type: "text",
		maxlength: 80,
		placeholder: "drawn points"
	});
	sizes;
	forgetTheme;
	pointer = null;
	pressed = !1;
	cross = [0, 0];
	byKeys = !1;
	frame = 0;
	constructor(e, t) {
		this.root = e, this.canvas.dataset.testid = "cloud-sheet", this.canvas.setAttribute("aria-label", "Sheet to draw points on. Arrow keys move the cross, space draws, 1 to 6 choose the class, Ctrl+Z undoes."), this.tools = new is(() => this.request());
		let n = ds.map(([e, t]) => this.button(t, `Add a ${e} of ${ls} points around the cross, with the chosen class`, () => {
			this.points.begin(), this.points.add(ts(e, ...this.cross, this.tools.width, ls, this.tools.brush)), this.cross = [hs(this.cross[0] + .5), this.cross[0] + .5 > .75 ? hs(this.cross[1] - .5) : this.cross[1]];
		}));
		this.keep = W("button", {
			type: "button",
			class: "gl-cloud-keep",
			onclick: () => t.keep(this.points.drawn(this.name.value))
		}, "Keep as data set"), this.keep.title = "Keeps these points among your own data sets, ready to train on", this.name.setAttribute("aria-label", "Name of the data set"), this.tools.element.append(W("fieldset", {}, W("legend", {}, "Add a whole shape"), W("div", { class: "gl-cloud-row" }, ...n)), W("div", { class: "gl-cloud-row" }, this.undo, this.clear), this.words, W("label", {}, W("span", {}, "Name"), this.name), W("div", { class: "gl-cloud-row" }, this.keep)), e.replaceChildren(W("div", { class: "gl-cloud-layout" }, this.canvas, this.tools.element)), this.listen(), this.sizes = new ResizeObserver(() => this.request()), this.sizes.observe(this.canvas), this.forgetTheme = Vn(e, () => this.retheme()), this.retheme();
	}
	destroy() {
		cancelAnimationFrame(this.frame), this.sizes.disconnect(), this.forgetTheme(), this.root.replaceChildren();
	}
	retheme() {
		this.tools.paint(q(this.root).dark), this.request();
	}
	button(e, t, n) {
		return W("button", {
			type: "button",
			title: t,
			onclick: () => {
				n(), this.request();
			}
		}, e);
	}
	request() {
		this.frame === 0 && (this.frame = requestAnimationFrame(() => this.draw()));
	}
	draw() {
		this.frame = 0;
		let { all: e } = this.points, t = this.byKeys ? this.cross : this.pointer, n = t && this.tools.tool !== "dot" ? {
			x: t[0],
			y: t[1],
			width: this.tools.width
		} : null;
		this.sheet.draw(e, n, this.byKeys ? this.cross : null);
		let r = new Set(e.map((e) => e.brush)).size, i = this.points.isFull ? " The sheet is full." : e.length < us ? ` At least ${us} can be kept.` : "", a = r > 1 ? ` in ${r} classes` : "";
		G(this.words, `${e.length.toLocaleString("en")} of ${qo.toLocaleString("en")} points${a}.${i}`), this.undo.disabled = !this.points.canUndo, this.clear.disabled = e.length === 0, this.keep.disabled = e.length < us;
	}
	touch(e, t) {
		let { tool: n, width: r, density: i, brush: a } = this.tools;
		n === "erase" ? this.points.erase(e, t, r) : n === "dot" ? this.points.add([{
			x: e,
			y: t,
			brush: a
		}]) : this.points.add(es(e, t, r, i, a)), this.request();
	}
	listen() {
		let { canvas: e } = this;
		e.addEventListener("pointerdown", (t) => {
			t.button > 0 || (e.setPointerCapture(t.pointerId), this.pressed = !0, this.byKeys = !1, this.points.begin(), this.touch(...this.pointer = this.sheet.at(t)));
		}), e.addEventListener("pointermove", (e) => {
			this.pointer = this.sheet.at(e), this.pressed && this.tools.tool !== "dot" ? this.touch(...this.pointer) : this.request();
		});
		let t = () => {
			this.pressed = !1, this.request();
		};
		e.addEventListener("pointerup", t), e.addEventListener("pointercancel", t), e.addEventListener("pointerleave", () => {
			this.pointer = null, this.request();
		}), e.addEventListener("blur", () => {
			this.byKeys = !1, this.request();
		}), e.addEventListener("keydown", (e) => this.key(e));
	}
	key(e) {
		let t = {
			ArrowLeft: [-.05, 0],
			ArrowRight: [cs, 0],
			ArrowUp: [0, cs],
			ArrowDown: [0, -.05]
		}[e.key], n = Number(e.key) - 1;
		if (t) this.cross = [ms(this.cross[0] + t[0]), ms(this.cross[1] + t[1])];
		else if (e.key === " ") e.repeat || this.points.begin(), this.touch(...this.cross);
		else if (e.key === "z" && (e.ctrlKey || e.metaKey)) this.points.undo();
		else if (n >= 0 && n < 6 && !e.ctrlKey && !e.metaKey) this.tools.take(n);
		else return;
		this.byKeys = !0, e.preventDefault(), e.stopPropagation(), this.request();
	}
};
function ms(e) {
	return Math.max(-1, Math.min(1, e));
}
function hs(e) {
	return e > .75 ? -.5 : e < -.75 ? .5 : e;
}
export { fs as mountCloud, Ia as mountExplorer, vo as mountLive, Wo as mountTour };
